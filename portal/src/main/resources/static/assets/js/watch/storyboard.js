// Small pictures over the progress bar, of the moment the pointer is at. They are asked for when somebody first goes there.
const AGAIN_MS = 5000; // while they are made

export function storyboard(player) {
  const address = document.getElementById('watch').dataset.storyboard;
  const bar = player.el().querySelector('.vjs-progress-control');
  if (!address || !bar) return;
  const tip = document.createElement('div');
  tip.className = 'board';
  tip.hidden = true;
  bar.append(tip);
  let board = null;
  let askedAt = -AGAIN_MS;

  const ask = async () => {
    if (board?.sheets.length || performance.now() - askedAt < AGAIN_MS) return;
    askedAt = performance.now();
    try {
      const reply = await fetch(address);
      if (reply.ok) board = await reply.json();
    } catch { /* there are only no pictures */ }
  };
  bar.addEventListener('pointermove', (event) => {
    ask();
    const line = bar.querySelector('.vjs-progress-holder').getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - line.left) / line.width));
    const seconds = share * (player.duration() || 0);
    const sheet = board?.sheets.filter((one) => one.start <= seconds).pop();
    tip.hidden = !sheet;
    if (!sheet) return;
    const at = Math.min(sheet.pictures - 1, Math.floor((seconds - sheet.start) / sheet.between));
    const x = line.left - bar.getBoundingClientRect().left + share * line.width - board.width / 2;
    tip.style.width = `${board.width}px`;
    tip.style.height = `${board.height}px`;
    tip.style.left = `${Math.min(bar.clientWidth - board.width, Math.max(0, x))}px`;
    tip.style.backgroundImage = `url("${sheet.url}")`;
    tip.style.backgroundPosition = `-${(at % board.columns) * board.width}px -${Math.floor(at / board.columns) * board.height}px`;
  });
  bar.addEventListener('pointerleave', () => { tip.hidden = true; });
}
