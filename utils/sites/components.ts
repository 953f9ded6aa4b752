import { isRecord } from './unknown';
import { vue3Instance } from './vue3';

/**
 * Ways from an element to the component that rendered it, for bridges (they run in the page's world). Names are those
 * of the frameworks, unchanged for years: React `__reactProps$…` and `__reactFiber$…` (17 to 19), Vue 2 `__vue__`,
 * Vue 3 `__vueParentComponent` in development, the tree from the container's `_vnode` in production (vue3.ts).
 */

const MAX_STEPS = 30;

/** Props of the React components around an element, from the nearest outwards. */
export function* reactProps(element: Element): Generator<Record<string, unknown>> {
  let fiber = ownValue(element, '__reactFiber$') ?? ownValue(element, '__reactInternalInstance$');
  if (!isRecord(fiber)) {
    const props = ownValue(element, '__reactProps$');
    if (isRecord(props)) yield props;
    return;
  }
  for (let step = 0; isRecord(fiber) && step < MAX_STEPS; step++, fiber = fiber.return) {
    if (isRecord(fiber.memoizedProps)) yield fiber.memoizedProps;
  }
}

/** Props and data of the Vue components around an element, from the nearest outwards. */
export function* vueData(element: Element): Generator<Record<string, unknown>> {
  let instance: unknown = vueInstance(element);
  for (let step = 0; isRecord(instance) && step < MAX_STEPS; step++) {
    for (const part of [
      instance._props ?? instance.props,
      instance._data ?? instance.data,
      instance.setupState,
    ]) {
      if (isRecord(part)) yield part;
    }
    instance = instance.$parent ?? instance.parent;
  }
}

function vueInstance(element: Element): unknown {
  for (let at: Element | null = element, step = 0; at && step < MAX_STEPS; at = at.parentElement, step++) {
    const own = at as unknown as Record<string, unknown>;
    const instance = own.__vue__ ?? own.__vueParentComponent;
    if (isRecord(instance)) return instance;
    // The container that an app of Vue 3 was mounted in.
    if (isRecord(own._vnode)) return vue3Instance(element, own._vnode);
  }
  return undefined;
}

/** The own property whose name starts with a prefix; frameworks append a random part. */
function ownValue(element: Element, prefix: string): unknown {
  const name = Object.keys(element).find((key) => key.startsWith(prefix));
  return name === undefined ? undefined : (element as unknown as Record<string, unknown>)[name];
}
