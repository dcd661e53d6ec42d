// Filter forms. They work without this module: pills open native popovers, Apply sends a GET.
// With it, popovers open under their pill, pills say what is chosen, and a choice takes effect at once.
const $ = (s, r = document) => r.querySelector(s);
const $$ = (s, r = document) => [...r.querySelectorAll(s)];

for (const form of $$('form[data-filters]')) {
  // A popover opens under its pill and stays inside the window
  for (const pop of $$('.pop', form)) {
    const pill = $(`[popovertarget=${pop.id}]`, form); let changed = false;
    pop.addEventListener('change', (e) => { if (!e.target.matches('[data-narrow]')) changed = true; });
    pop.addEventListener('toggle', (e) => {
      const open = e.newState === 'open';
      pill.setAttribute('aria-expanded', String(open));
      if (!open) { if (changed) form.requestSubmit(); return; }
      const r = pill.getBoundingClientRect(); const w = pop.offsetWidth; const h = pop.offsetHeight;
      pop.style.left = `${Math.max(16, Math.min(r.left, innerWidth - w - 16))}px`;
      pop.style.top = `${r.bottom + 6 + h > innerHeight ? Math.max(16, r.top - h - 6) : r.bottom + 6}px`;
      $('input', pop)?.focus();
    });
    pill.setAttribute('aria-expanded', 'false');
  }
  addEventListener('scroll', () => { for (const p of $$('.pop:popover-open', form)) p.hidePopover(); }, { passive: true });

  for (const narrow of $$('[data-narrow]', form)) {
    narrow.addEventListener('input', () => {
      const q = narrow.value.trim().toLowerCase();
      for (const l of $$('.opts label', narrow.closest('.pop'))) l.hidden = !l.textContent.toLowerCase().includes(q);
    });
  }

  // "Host" becomes "2 hosts": data-pill names the field, data-many the word for several
  const say = () => {
    for (const pill of $$('[data-pill]', form)) {
      const l = $('[data-l]', pill); const chosen = $$(`[name=${pill.dataset.pill}]:checked`, form).filter((i) => i.value);
      const text = chosen.length > 1 ? `${chosen.length} ${pill.dataset.many ?? 'chosen'}` : chosen[0]?.dataset.t ?? '';
      l.textContent = text || l.dataset.l; pill.classList.toggle('on', Boolean(text));
      if (text) pill.setAttribute('aria-label', `${l.dataset.l}: ${text}`); else pill.removeAttribute('aria-label');
    }
  };
  // A day that is chosen chooses "From and until"; what is not chosen is left out of the address
  form.addEventListener('change', (e) => {
    const own = e.target.dataset.chooses && $(`[name=date][value=${e.target.dataset.chooses}]`, form);
    if (own) own.checked = true;
  });
  form.addEventListener('formdata', (e) => { for (const [name, value] of [...e.formData]) if (!value) e.formData.delete(name); });
  form.addEventListener('change', (e) => { say(); if (!e.target.closest('.pop')) form.requestSubmit(); });
  form.addEventListener('click', (e) => {
    const none = e.target.closest('[data-none]'); if (!none) return;
    for (const i of $$('.opts input', none.closest('.pop'))) { if (i.type === 'checkbox') i.checked = false; if (i.type === 'radio') i.checked = !i.value; }
    none.dispatchEvent(new Event('change', { bubbles: true }));
  });
  say();
}
