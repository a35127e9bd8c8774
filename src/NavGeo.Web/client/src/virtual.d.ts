declare module "virtual:land" {
  /** Address of the land around Norway as GeoJSON. */
  const address: string;
  export default address;
}
