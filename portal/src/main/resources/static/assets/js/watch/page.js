// The watch page. Without this module the page still plays, with the browser's own controls.
import { createPlayer } from './player.js';
import { follow } from './follow.js';
import { searchPanes } from './search.js';
import { keys } from './keys.js';
import { remember } from './progress.js';
import { share } from './share.js';
import { comments } from './comments.js';
import { storyboard } from './storyboard.js';

const element = document.getElementById('player');
if (element) {
  // The transcript comes first on a phone.
  if (matchMedia('(max-width:639px)').matches) document.querySelector('.talk')?.removeAttribute('open');
  const player = createPlayer(element);
  follow(player);
  searchPanes();
  keys(player);
  remember(player);
  share(player);
  comments(player);
  storyboard(player);
}
