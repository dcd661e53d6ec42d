import './selection.js';
const $ = (s, r = document) => r.querySelector(s);

// Cancel closes a dialog instead of loading the page again
document.addEventListener('click', (e) => {
  const close = e.target.closest?.('[data-close]');
  if (close) { e.preventDefault(); close.closest('dialog').close(); }
});

// "Reject" for the ticked ones asks for the reason first
$('[data-many-reject]')?.addEventListener('click', (e) => { e.preventDefault(); $('#reject-many').showModal(); });

// A dialog that the server sent open becomes a real one
for (const d of document.querySelectorAll('dialog[open]')) { d.close(); d.showModal(); }

// J and K walk the queue, A R D decide; off while typing and while a dialog is open
document.addEventListener('keydown', (e) => {
  const typing = e.target.matches?.('input:not([type=checkbox]),textarea,select,video,[contenteditable]');
  if (typing || e.ctrlKey || e.metaKey || e.altKey || $('dialog[open]')) return;
  const key = e.key.toLowerCase();
  const links = [...document.querySelectorAll('.qi h2 a')];
  const at = links.findIndex((a) => a.ariaCurrent === 'true');
  if (key === 'j') links[at + 1]?.click();
  else if (key === 'k') links[at - 1]?.click();
  else if ('ard'.includes(key)) $(`[data-key=${key}]`)?.click();
});
