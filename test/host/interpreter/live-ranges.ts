import { notImplemented } from './errors.ts';
import type { HostObject } from './host-object.ts';
import { type Move, movedArea } from './moved-cells.ts';
import type { SheetModel } from './sheet-model.ts';

/** Range objects that the client holds on to: in Excel they move with their cells. */
export class LiveRanges {
  readonly #holders = new Set<Map<unknown, HostObject>>();

  /** Objects of this map follow their cells until `drop`. */
  hold(objects: Map<unknown, HostObject>): void {
    this.#holders.add(objects);
  }

  drop(objects: Map<unknown, HostObject>): void {
    this.#holders.delete(objects);
  }

  move(sheet: SheetModel, move: Move): void {
    for (const objects of this.#holders) {
      for (const [key, object] of objects) {
        if (object.cells?.sheet !== sheet || object.at === undefined) continue;
        const area = movedArea(object.cells.area, move);
        if (area === 'cut') throw notImplemented('Range', 'cells of which only a part moves while the range is kept');
        if (area === 'gone') objects.set(key, DELETED);
        else objects.set(key, object.at(area));
      }
    }
  }
}

/** Stands where a range was whose cells are gone; whatever is asked of it is refused. */
const DELETED: HostObject = { type: 'deleted Range' };
