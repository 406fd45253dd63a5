import { node, type XmlNode } from './xml-writer.ts';

/** A box of the diagram and the boxes that it needs, by id. */
export interface DiagramNode {
  readonly id: string;
  readonly isInput: boolean;
  readonly needs: readonly string[];
}

export const requirementId = (from: string, to: string): string => `${from}_needs_${to}`;

/** Pixels. */
const box = { width: 180, height: 80, inputHeight: 45, gapX: 40, gapY: 90, margin: 40 };

/** A plain diagram, so that other tools open the file with a picture: the result on top, what it needs below. */
export function diagramOf(nodes: readonly DiagramNode[]): XmlNode {
  const levels = levelsOf(nodes);
  const top = Math.max(0, ...levels.values());
  const rowOf = Map.groupBy(nodes, (each) => levels.get(each.id) ?? 0);
  const places = new Map([...rowOf].flatMap(([level, row]) => row.map((each, index) => [each.id, {
    x: box.margin + index * (box.width + box.gapX),
    y: box.margin + (top - level) * (box.height + box.gapY),
    height: each.isInput ? box.inputHeight : box.height,
  }] as const)));
  const shapes = nodes.map(({ id }) => {
    const { x, y, height } = places.get(id) ?? { x: 0, y: 0, height: 0 };
    return node('dmndi:DMNShape', { id: `${id}_shape`, dmnElementRef: id }, [node('dc:Bounds', { x: String(x), y: String(y), width: String(box.width), height: String(height) })]);
  });
  const edges = nodes.flatMap(({ id, needs }) => needs.map((other) => {
    const [from, to] = [places.get(other), places.get(id)];
    const middle = box.width / 2;
    const requirement = requirementId(id, other);
    return node('dmndi:DMNEdge', { id: `${requirement}_edge`, dmnElementRef: requirement }, [
      node('di:waypoint', { x: String((from?.x ?? 0) + middle), y: String(from?.y ?? 0) }),
      node('di:waypoint', { x: String((to?.x ?? 0) + middle), y: String((to?.y ?? 0) + (to?.height ?? 0)) }),
    ]);
  }));
  return node('dmndi:DMNDI', {}, [node('dmndi:DMNDiagram', { id: 'diagram' }, [...shapes, ...edges])]);
}

/** The longest way down from each box; a circle ends where it closes. */
function levelsOf(nodes: readonly DiagramNode[]): Map<string, number> {
  const byId = new Map(nodes.map((each) => [each.id, each]));
  const levels = new Map<string, number>();
  const levelOf = (id: string, path: readonly string[]): number => {
    const known = levels.get(id);
    if (known !== undefined || path.includes(id)) return known ?? 0;
    const level = Math.max(0, ...(byId.get(id)?.needs ?? []).map((other) => levelOf(other, [...path, id]) + 1));
    levels.set(id, level);
    return level;
  };
  for (const { id } of nodes) levelOf(id, []);
  return levels;
}
