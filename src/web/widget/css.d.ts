/** Style sheets that the build puts into the bundle as text. */
declare module '*.css' {
  const text: string;
  // eslint-disable-next-line import-x/no-default-export -- the form that bundlers give such modules
  export default text;
}
