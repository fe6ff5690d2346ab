/**
 * The upload page in the browser: sends pictures one at a time, shows how far each has come, and says what happened.
 * What may be sent is decided by the server; what is looked at here only spares a person the wait.
 */
const main = document.getElementById('main');
const words = JSON.parse(main.dataset.settings);
const here = location.pathname;
const said = document.getElementById('said');
const sending = document.getElementById('sending');
const list = sending.querySelector('ul');

/** Pictures that wait to be sent, each with its row. */
const queue = [];
/** Pictures that are on their way or wait. */
let busy = 0;
let over = false;

document.documentElement.classList.add('has-script');

/** Two pictures with the same outcome are both read out: a region that does not change says nothing. */
function say(text) {
  said.textContent = said.textContent === text ? `${text}\u00a0` : text;
}

function notice(text) {
  const place = document.getElementById('notice');
  place.textContent = text ?? '';
  place.hidden = !text;
}

/** Puts new parts in; whoever stood on a button or field stands on the same one afterwards. */
function lay({ top, bottom }) {
  const standing = document.activeElement?.id;
  document.getElementById('top').innerHTML = top;
  document.getElementById('bottom').innerHTML = bottom;
  hold();
  if (!standing || document.activeElement?.id === standing) return;
  const next = document.getElementById(standing) ?? document.getElementById('finish');
  (next ?? document.getElementById('title')).focus();
}

/** The link has ended, or the person is done: one thing to read, and it is read from its beginning. */
function end(html) {
  over = true;
  queue.length = 0;
  main.innerHTML = html;
  const title = document.getElementById('title');
  document.title = title.textContent;
  title.focus();
}

/** Nobody is done while pictures are on their way. */
function hold() {
  const finish = document.getElementById('finish');
  if (finish) finish.disabled = busy > 0;
}

function roomLeft() {
  return Number(document.getElementById('room')?.dataset.room ?? 0);
}

function rowOf(file) {
  const row = document.createElement('li');
  const name = document.createElement('bdi');
  name.textContent = file.name;
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  const state = document.createElement('span');
  state.textContent = words.waiting;
  row.append(name, bar, state);
  list.append(row);
  sending.hidden = false;
  return { row, bar, state };
}

function problemOf(file) {
  if (file.size === 0) return words.problems.empty;
  if (file.size > words.most) return words.problems['too-large'];
  // A browser that knows no type leaves it to the server.
  return file.type !== '' && !words.types.includes(file.type) ? words.problems['not-a-picture'] : undefined;
}

function refuse({ file, row, bar, state }, text, again = false) {
  bar.remove();
  row.classList.add('refused');
  state.textContent = text;
  say(`${file.name}: ${text}`);
  if (!again) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.again;
  button.setAttribute('aria-label', `${words.again}: ${file.name}`);
  button.addEventListener('click', () => {
    row.remove();
    document.getElementById('pick')?.focus();
    add([file]);
  });
  row.append(button);
}

/** What was refused before is read; it makes place for what comes now. */
function add(files) {
  if (over || files.length === 0) return;
  notice(undefined);
  for (const row of list.querySelectorAll('.refused')) if (!row.querySelector('button')) row.remove();
  for (const file of files) {
    const one = { file, ...rowOf(file) };
    const problem = problemOf(file);
    if (problem) refuse(one, problem);
    else {
      queue.push(one);
      busy += 1;
    }
  }
  hold();
  if (!running) void run();
}

let running = false;
async function run() {
  running = true;
  for (let one = queue.shift(); one && !over; one = queue.shift()) {
    if (roomLeft() === 0) refuse(one, words.noRoom);
    else await send(one);
    busy -= 1;
    hold();
  }
  running = false;
  if (!over) sending.hidden = list.children.length === 0;
}

/** One picture; resolves when it is known what became of it. */
function send(one) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', here);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = total > 0 ? Math.floor((100 * loaded) / total) : 0;
      one.bar.value = percent;
      one.state.textContent = `${words.underWay} ${percent} %`;
    });
    request.addEventListener('load', () => {
      settle(one, answerOf(request.responseText));
      resolve();
    });
    for (const failed of ['error', 'abort', 'timeout']) {
      request.addEventListener(failed, () => {
        refuse(one, words.unreachable, true);
        resolve();
      });
    }
    one.state.textContent = words.underWay;
    request.send(one.file);
  });
}

function settle(one, answer) {
  if (answer.kind === 'over') return end(answer.main);
  if (answer.kind !== 'page') return refuse(one, sentenceOf(answer), true);
  lay(answer);
  if (answer.notice) return refuse(one, answer.notice);
  one.row.remove();
  say(`${one.file.name} ${words.in}.`);
  // A question about what was just sent is read before anything else.
  if (document.getElementById('question') && queue.length === 0) document.getElementById('question').focus();
  return undefined;
}

/** For an answer that is no page. */
function sentenceOf({ problem }) {
  return words.problems[problem] ?? words.failed;
}

/** A proxy in between may answer with anything. */
function answerOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { kind: 'refused' };
  }
}

async function press(path) {
  notice(undefined);
  let answer;
  try {
    const response = await fetch(`${here}/${path}`, { method: 'POST' });
    answer = answerOf(await response.text());
  } catch {
    answer = { kind: 'refused' };
  }
  if (answer.kind === 'over') return end(answer.main);
  if (answer.kind === 'page') lay(answer);
  const text = answer.kind === 'page' ? answer.notice : sentenceOf(answer);
  if (text) {
    notice(text);
    say(text);
  } else document.getElementById('title').focus();
  return undefined;
}

main.addEventListener('click', ({ target }) => {
  const path = { yes: 'answer/yes', no: 'answer/no', finish: 'finish' }[target.id];
  if (!path || target.disabled) return;
  void press(path);
});
main.addEventListener('change', ({ target }) => {
  if (target.id !== 'pick') return;
  const files = [...target.files];
  // The same file may be chosen again.
  target.value = '';
  add(files);
});

for (const name of ['dragenter', 'dragover']) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    document.querySelector('.drop')?.classList.add('over');
  });
}
for (const name of ['dragleave', 'drop']) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    document.querySelector('.drop')?.classList.remove('over');
  });
}
document.addEventListener('drop', ({ dataTransfer }) => add([...dataTransfer.files]));
document.addEventListener('paste', ({ clipboardData }) => add([...clipboardData.files]));
addEventListener('beforeunload', (event) => {
  if (busy > 0 && !over) event.preventDefault();
});
