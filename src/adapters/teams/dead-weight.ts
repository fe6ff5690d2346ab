/** Parts of teams-ai that this bot never reaches; the build puts these empty ones in their place. */

/** `module` matches the file's path; `contents` is all that the rest of teams-ai asks of it. */
export const DEAD_WEIGHT: readonly { readonly module: RegExp; readonly contents: string }[] = [
  // Planners, moderators and what they draw in.
  { module: /teams-ai[\\/]lib[\\/]AI\.js$/, contents: 'exports.AI = undefined;' },
  // Sign-in of people by dialogs: 6 MB of date recognisers in every language.
  { module: /teams-ai[\\/]lib[\\/]authentication[\\/]Authentication\.js$/, contents: '' },
  {
    module: /teams-ai[\\/]lib[\\/]authentication[\\/]BotAuthenticationBase\.js$/,
    contents: 'exports.userInSignInFlow = () => undefined;',
  },
];
