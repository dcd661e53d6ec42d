// The page of uploads: takes files that are dropped anywhere on it, sends two at a time, and shows how far each one is.
import { Transfer, fingerprint } from './tus.js';

const AT_ONCE = 2;
const drop = document.querySelector('[data-drop]');
const panel = document.getElementById('active');
const transfers = [];
const rows = new Map();

function size(bytes) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) { value /= 1000; unit += 1; }
  return `${unit === 0 ? value : Number(value.toPrecision(3))} ${units[unit]}`;
}

function left(transfer) {
  const seconds = Math.round((transfer.file.size - transfer.offset) / Math.max(1, transfer.rate));
  if (seconds < 60) return `about ${seconds} s left`;
  return seconds < 3600 ? `about ${Math.round(seconds / 60)} min left` : `about ${Math.round(seconds / 360) / 10} h left`;
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, label, action) {
  const made = element('button', 'btn btn-s', text);
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.addEventListener('click', action);
  return made;
}

const WORDS = {
  waiting: ['wait', 'Waiting', 'held'],
  uploading: ['run', 'Uploading', 'move'],
  lost: ['warn', 'Connection lost', 'held'],
  paused: ['wait', 'Paused', 'held'],
  refused: ['bad', 'Refused', 'held'],
};

function sentence(transfer) {
  const { offset, file, state } = transfer;
  if (state === 'uploading') {
    return `${size(offset)} of ${size(file.size)} · ${size(Math.round(transfer.rate))}/s · ${left(transfer)}`;
  }
  if (state === 'lost') return `${transfer.says} ${size(offset)} of ${size(file.size)} are safe here. Trying again in ${transfer.pause} s.`;
  if (state === 'refused') return transfer.says;
  return `${size(offset)} of ${size(file.size)}`;
}

function makeRow(transfer) {
  const row = element('div', 'up');
  const middle = element('div', 'up-t');
  const head = element('div', 'row-x');
  const chip = element('span', 'chip');
  head.append(element('span', 'ttl', transfer.file.name), chip);
  const bar = element('progress', 'my-2');
  bar.max = 100;
  const says = element('div', 'small dim tnum');
  middle.append(head, bar, says);
  const actions = element('div', 'row-x gap4');
  row.append(element('span', 'ft'), middle, actions);
  row.firstChild.innerHTML = drop.querySelector('.drop-i').innerHTML;
  panel.querySelector('[data-rows]').append(row);
  return { row, chip, bar, says, actions, shown: '' };
}

function show(transfer) {
  const { state, file } = transfer;
  if (state === 'done' || state === 'cancelled') {
    rows.get(transfer)?.row.remove();
    rows.delete(transfer);
    transfers.splice(transfers.indexOf(transfer), 1);
    refresh();
  } else {
    if (!rows.has(transfer)) rows.set(transfer, makeRow(transfer));
    const parts = rows.get(transfer);
    const [tone, word, bar] = WORDS[state];
    parts.chip.className = `chip ${tone}`;
    parts.chip.textContent = word;
    parts.bar.className = `${bar} my-2`;
    parts.bar.value = Math.floor((transfer.offset * 100) / Math.max(1, file.size));
    parts.bar.hidden = state === 'refused';
    parts.bar.setAttribute('aria-label', `${file.name}, ${parts.bar.value} percent`);
    parts.says.textContent = sentence(transfer);
    if (parts.shown !== state) {
      parts.shown = state;
      parts.actions.replaceChildren(...buttons(transfer));
    }
  }
  count();
  next();
}

function buttons(transfer) {
  const { name } = transfer.file;
  const cancel = button(transfer.state === 'refused' ? 'Remove' : 'Cancel', `Cancel ${name}`, () => transfer.cancel());
  if (transfer.state === 'uploading') return [button('Pause', `Pause ${name}`, () => transfer.stop()), cancel];
  if (transfer.state === 'lost') return [button('Try now', `Try ${name} now`, () => transfer.wake?.()), cancel];
  if (transfer.state === 'paused') return [button('Go on', `Go on with ${name}`, () => { transfer.state = 'waiting'; show(transfer); }), cancel];
  return [cancel];
}

function count() {
  panel.hidden = transfers.length === 0;
  const running = transfers.filter((one) => one.state !== 'refused').length;
  const text = running === 1 ? '1 file' : `${running} files`;
  const out = panel.querySelector('[data-count]');
  if (out.textContent !== text) out.textContent = text;
  hideKnown();
}

function next() {
  const busy = transfers.filter((one) => one.state === 'uploading' || one.state === 'lost').length;
  const waiting = transfers.find((one) => one.state === 'waiting' && !one.begun);
  const again = transfers.find((one) => one.state === 'waiting' && one.begun && !one.wanted);
  const one = waiting ?? again;
  if (busy >= AT_ONCE || !one) return;
  one.begun = true;
  one.state = 'uploading';
  one.run();
  show(one);
}

// What this page sends is shown above, not a second time below.
function hideKnown() {
  const mine = new Set(transfers.map((one) => one.id).filter(Boolean));
  for (const row of document.querySelectorAll('[data-upload]')) row.hidden = mine.has(row.dataset.upload);
}

function refresh() {
  window.htmx.trigger('#uploads', 'refresh');
}
document.addEventListener('htmx:afterSwap', hideKnown);

async function take(files) {
  const known = new Map();
  try {
    const reply = await fetch('/upload/files', { headers: { Accept: 'application/json' } });
    for (const upload of (await reply.json()).items) {
      if (upload.state === 'arriving' && upload.fingerprint) known.set(upload.fingerprint, `/upload/files/${upload.id}`);
    }
  } catch { /* then each begins anew */ }
  for (const file of files) {
    if (transfers.some((one) => fingerprint(one.file) === fingerprint(file) && one.state !== 'refused')) continue;
    const transfer = new Transfer(file, drop.dataset.csrf, known.get(fingerprint(file)), show);
    transfers.push(transfer);
    if (file.size > Number(drop.dataset.limit)) {
      transfer.begun = true;
      transfer.says = `The file is too large. Files of up to ${drop.dataset.limitText} are taken.`;
      transfer.state = 'refused';
    }
    show(transfer);
  }
}

let depth = 0;
function hover(yes, files) {
  drop.classList.toggle('over', yes);
  for (const one of drop.querySelectorAll('[data-idle]')) one.hidden = yes;
  for (const one of drop.querySelectorAll('[data-over]')) one.hidden = !yes;
  if (files) drop.querySelector('[data-n]').textContent = files === 1 ? '1 file' : `${files} files`;
}
document.addEventListener('dragenter', (event) => { event.preventDefault(); depth += 1; hover(true, event.dataTransfer?.items.length); });
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('dragleave', () => { depth -= 1; if (depth <= 0) { depth = 0; hover(false); } });
document.addEventListener('drop', (event) => {
  event.preventDefault();
  depth = 0;
  hover(false);
  take([...event.dataTransfer.files]);
});
document.getElementById('fi').addEventListener('change', (event) => {
  take([...event.target.files]);
  event.target.value = '';
});
