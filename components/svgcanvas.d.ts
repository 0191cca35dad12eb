/** The part of svgcanvas that is used here; it brings no types of its own. */
declare module 'svgcanvas' {
  export class Element {
    constructor(size: { width: number; height: number });
    getContext(kind: '2d'): object & {
      /** What was drawn, as SVG; `fixNamedEntities` writes signs that XML has no names for as numbers. */
      getSerializedSvg(fixNamedEntities: boolean): string;
    };
  }
}
