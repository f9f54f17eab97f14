// Times a model in ONNX Runtime on one thread:
//   node ort_bench.js MODEL.onnx RUNS '{"FREE SIZE": VALUE}' NAME=FILE.npy ...
// Prints the median of the runs in milliseconds.
'use strict';
const ort = require('onnxruntime-node');
const { readFeeds } = require('../EndToEnd/ort_run.js');

// As many as a compiled model's --bench does before it begins to time.
const WARM_UP_RUNS = 10;

async function main([model, runs, dims, ...inputs]) {
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    freeDimensionOverrides: JSON.parse(dims),
    logSeverityLevel: 3,
  });
  const feeds = readFeeds(inputs);
  for (let i = 0; i < WARM_UP_RUNS; ++i) await session.run(feeds);
  const times = [];
  for (let i = 0; i < Number(runs); ++i) {
    const begin = process.hrtime.bigint();
    await session.run(feeds);
    times.push(Number(process.hrtime.bigint() - begin) / 1e6);
  }
  times.sort((a, b) => a - b);
  const half = times.length / 2;
  console.log((times[Math.ceil(half) - 1] + times[Math.floor(half)]) / 2);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`ONNX Runtime: ${error.message || error}`);
  process.exit(1);
});
