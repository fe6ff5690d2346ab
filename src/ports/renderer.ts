/** Turns a view into an Adaptive Card; templates are parsed once, at start. */
import type { View } from '../kernel/view';

export interface Renderer {
  /** The card's JSON. Throws BugError `unknown-card` for a name that has no template. */
  card(view: View): object;
}
