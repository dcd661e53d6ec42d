import { toast } from '../app.js';

// Copies a link to this video, or to this moment of it.
export function share(player) {
  for (const button of document.querySelectorAll('[data-share]')) {
    button.addEventListener('click', async () => {
      const link = new URL(button.dataset.link || location.pathname, location.origin);
      if (button.dataset.share === 'moment') link.searchParams.set('t', String(Math.floor(player.currentTime())));
      try {
        await navigator.clipboard.writeText(link.href);
        toast(button.dataset.link ? 'Link copied. Anyone who has it can watch.' : 'Link copied. People who may see this video can open it.');
      } catch {
        toast(`Copy this link: ${link.href}`);
      }
    });
  }
}
