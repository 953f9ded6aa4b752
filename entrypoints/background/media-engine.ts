import { browser } from '#imports';
import type { MediaEngine } from '@/utils/evidence/engine/order';
import type { AskPage } from '@/utils/evidence/engine/order-source';
import type { WorkerEngine } from '@/utils/evidence/engine/worker-engine';
import { sendMessage } from '@/utils/messaging/protocol';
import { askDocument } from './offscreen';

/** In Chromium the document that has a worker looks into files. */
export const documentEngine: MediaEngine = {
  check: (order) => askDocument(() => sendMessage('checkFile', order)),
  stop: (id) => {
    // A document that is gone has stopped already.
    sendMessage('stopFile', id).catch(() => undefined);
  },
};

/** A background that calls nothing for this long may be stopped, and its worker with it. */
const AWAKE_MS = 10_000;
/** The next file often comes soon, in milliseconds. */
const IDLE_MS = 15_000;

/**
 * In Firefox the background is a page: it has the worker itself, stays awake while files are looked into, and lets the
 * worker go when none has come for a while.
 *
 * @param open loads the engine, which most starts of the background do not need
 */
export function ownEngine(askPage: AskPage, open: (askPage: AskPage) => Promise<WorkerEngine>): MediaEngine {
  let engine: Promise<WorkerEngine> | undefined;
  let working = 0;
  let awake: ReturnType<typeof setInterval> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const letGo = () => {
    void engine?.then((opened) => opened.close());
    engine = undefined;
  };
  return {
    async check(order) {
      clearTimeout(idle);
      awake ??= setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
      working++;
      try {
        engine ??= open(askPage);
        return await (await engine).check(order);
      } finally {
        working--;
        if (working === 0) {
          clearInterval(awake);
          awake = undefined;
          idle = setTimeout(letGo, IDLE_MS);
        }
      }
    },
    stop: (id) => void engine?.then((opened) => opened.stop(id)),
  };
}
