/** Longitude and latitude in degrees. */
export type GeoPoint = readonly [longitude: number, latitude: number];

/** An area of a map as a file gives it: rings of points, whatever their turn; the first point may be repeated at the end. */
export interface GeoShape {
  readonly properties: Readonly<Record<string, string>>;
  readonly rings: readonly (readonly GeoPoint[])[];
}
