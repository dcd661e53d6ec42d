// Ticks of a list: the one above takes all, and a status says how many
for (const form of document.querySelectorAll('[data-selection]')) {
  const all = form.querySelector('[data-all]');
  const said = form.querySelector('[data-sel]');
  const ones = [...document.querySelectorAll('[data-one]')].filter((one) => one.form === form);
  const hint = said?.textContent;
  const show = () => {
    const ticked = ones.filter((one) => one.checked).length;
    if (said) said.textContent = ticked ? `${ticked} selected` : hint;
    if (all) { all.hidden = false; all.checked = ticked === ones.length && ticked > 0; all.indeterminate = ticked > 0 && ticked < ones.length; }
  };
  all?.addEventListener('change', () => { for (const one of ones) one.checked = all.checked; show(); });
  for (const one of ones) one.addEventListener('change', show);
  show();
}
