declare module 'virtual:roadmark-prefilter' {
  const packed: import('./prefilter.ts').PackedPrefilter;
  export default packed;
}
