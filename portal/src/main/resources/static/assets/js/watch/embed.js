// A video in a frame of another page. Without this module it plays with the browser's own controls.
import { createPlayer } from './player.js';
import { keys } from './keys.js';

const player = createPlayer(document.getElementById('player'));
keys(player);
