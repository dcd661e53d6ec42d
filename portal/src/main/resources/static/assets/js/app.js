const $ = (s, r = document) => r.querySelector(s);
const $$ = (s, r = document) => [...r.querySelectorAll(s)];
const on = (type, sel, fn) => document.addEventListener(type, (e) => { const t = e.target.closest?.(sel); if (t) fn(t, e); });

// Theme: remembered here, and in the account of a person who is signed in
on('click', '[data-theme-toggle]', (b) => {
  const root = document.documentElement;
  const next = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
  root.dataset.bsTheme = next;
  try { localStorage.setItem('theme', next); } catch { /* storage is off */ }
  const token = b.dataset.csrf;
  if (token) fetch('/account/theme', { method: 'POST', headers: { 'X-CSRF-TOKEN': token }, body: new URLSearchParams({ theme: next }) });
});

// Toasts: polite, stay 6 s, pause on hover, never carry the only copy of an error
export function toast(text, action) {
  const box = document.createElement('div');
  box.className = 'toast-p';
  const p = document.createElement('span');
  p.textContent = text;
  const b = document.createElement('button');
  b.type = 'button'; b.textContent = action ?? 'Close';
  box.append(p, b);
  $('.toasts').append(box);
  fade(box);
}
function fade(box) {
  $('button', box).onclick = () => box.remove();
  let t = setTimeout(() => box.remove(), 6000);
  box.onmouseenter = box.onfocusin = () => clearTimeout(t);
  box.onmouseleave = () => { t = setTimeout(() => box.remove(), 3000); };
}
for (const box of $$('.toasts .toast-p')) fade(box);

// Dialogs
on('click', '[data-open]', (b, e) => { e.preventDefault(); $(b.dataset.open)?.showModal(); });

// Segmented controls, library view
on('click', '.seg button', (b) => {
  $$('button', b.parentElement).forEach((x) => x.setAttribute('aria-pressed', String(x === b)));
  if (b.dataset.view) $$('[data-cards]').forEach((c) => c.classList.toggle('list', b.dataset.view === 'list'));
});

// Tabs with arrow keys
on('click', '[role=tab]', (tab) => selectTab(tab));
on('keydown', '[role=tab]', (tab, e) => {
  const all = $$('[role=tab]', tab.parentElement); const i = all.indexOf(tab);
  const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: all.length - 1 }[e.key];
  if (to === undefined) return;
  e.preventDefault(); const next = all[(to + all.length) % all.length]; selectTab(next); next.focus();
});
export function selectTab(tab) {
  for (const t of $$('[role=tab]', tab.parentElement)) {
    const yes = t === tab;
    t.setAttribute('aria-selected', String(yes)); t.tabIndex = yes ? 0 : -1;
    document.getElementById(t.getAttribute('aria-controls')).hidden = !yes;
  }
}

// Typed confirmation: the button unlocks only on the exact words
for (const i of $$('[data-typed]')) {
  const check = () => { $(i.dataset.unlocks).disabled = i.value.trim() !== i.dataset.typed; };
  i.addEventListener('input', check); check();
}

// Copy buttons
on('click', '[data-copy]', async (b) => {
  const i = $(b.dataset.copy);
  i.select();
  try { await navigator.clipboard.writeText(i.value); toast('Copied.'); } catch { toast('Selected. Press Ctrl and C to copy.'); }
});

// A form that must be asked about first: its dialog opens, and only its button sends the form
for (const f of $$('form[data-confirm]')) {
  const ask = $(f.dataset.confirm); let sure = false;
  f.addEventListener('submit', (e) => { if (!sure) { e.preventDefault(); ask.showModal(); } });
  ask.addEventListener('close', () => { if (ask.returnValue === 'ok') { sure = true; f.requestSubmit(); } });
}

// A choice that takes effect at once; without this module a button does it
on('change', '[data-submit]', (i) => i.form.requestSubmit());
for (const b of $$('[data-noscript]')) b.hidden = true;

// A link to a folded part opens it
const unfold = () => { if (/^#[\w-]+$/.test(location.hash)) $(location.hash)?.closest('details')?.setAttribute('open', ''); };
addEventListener('hashchange', unfold); unfold();

// Evidence of the timeline
on('change', '[data-evidence]', (b) => { for (const x of $$('.stem .ev')) x.hidden = !b.checked; });

// The place menu of the phone bar closes after a choice
$('#more-menu')?.addEventListener('click', (e) => { if (e.target.closest('a')) e.currentTarget.hidePopover?.(); });

// Slash focuses the search
document.addEventListener('keydown', (e) => {
  const typing = e.target.matches?.('input,textarea,select,[contenteditable]');
  if (e.key !== '/' || typing || e.ctrlKey || e.metaKey) return;
  const q = $('#q'); if (q) { e.preventDefault(); q.focus(); }
});
