// Runs one ONNX model in ONNX Runtime, as a reference for compiled models:
//   node ort_run.js MODEL.onnx FOLDER NAME=FILE.npy ...
// Writes each output to FOLDER as .npy, and FOLDER/outputs.json, which gives the
// file of each output by name.
'use strict';
const fs = require('fs');
const path = require('path');
const ort = require('onnxruntime-node');

// npy's spelling, ONNX Runtime's spelling, how its data is kept
const TYPES = [
  ['<f4', 'float32', Float32Array],
  ['<f8', 'float64', Float64Array],
  ['<i4', 'int32', Int32Array],
  ['<i8', 'int64', BigInt64Array],
  ['<f2', 'float16', Uint16Array],
  ['|i1', 'int8', Int8Array],
  ['<i2', 'int16', Int16Array],
  ['|u1', 'uint8', Uint8Array],
  ['<u2', 'uint16', Uint16Array],
  ['<u4', 'uint32', Uint32Array],
  ['<u8', 'uint64', BigUint64Array],
  ['|b1', 'bool', Uint8Array],
];

function readNpy(file) {
  const bytes = fs.readFileSync(file);
  if (bytes.toString('latin1', 0, 6) !== '\x93NUMPY') throw new Error(`${file} is not an npy file`);
  const isFirstVersion = bytes[6] === 1;
  const headerStart = isFirstVersion ? 10 : 12;
  const dataStart = headerStart + (isFirstVersion ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
  const header = bytes.toString('latin1', headerStart, dataStart);
  const descr = /'descr': '([^']*)'/.exec(header)[1];
  if (!/'fortran_order': False/.test(header)) throw new Error(`${file} is in Fortran order`);
  const dims = /'shape': \(([^)]*)\)/.exec(header)[1].split(',').filter((d) => d.trim()).map(Number);
  const type = TYPES.find((t) => t[0] === descr);
  if (!type) throw new Error(`${file} has the type ${descr}, which this script does not know`);
  const data = bytes.buffer.slice(bytes.byteOffset + dataStart, bytes.byteOffset + bytes.length);
  return new ort.Tensor(type[1], new type[2](data), dims);
}

// What `session.run` takes, from arguments NAME=FILE.npy.
function readFeeds(inputs) {
  const feeds = {};
  for (const input of inputs) {
    const split = input.lastIndexOf('=');
    feeds[input.slice(0, split)] = readNpy(input.slice(split + 1));
  }
  return feeds;
}

function writeNpy(file, tensor) {
  const type = TYPES.find((t) => t[1] === tensor.type);
  if (!type) throw new Error(`an output has the type ${tensor.type}, which this script does not know`);
  const shape = tensor.dims.length === 1 ? `${tensor.dims[0]},` : tensor.dims.join(', ');
  let header = `{'descr': '${type[0]}', 'fortran_order': False, 'shape': (${shape}), }`;
  header = header.padEnd(Math.ceil((10 + header.length + 1) / 64) * 64 - 10 - 1) + '\n';
  const start = Buffer.alloc(10);
  start.write('\x93NUMPY\x01\x00', 'latin1');
  start.writeUInt16LE(header.length, 8);
  const data = Buffer.from(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength);
  fs.writeFileSync(file, Buffer.concat([start, Buffer.from(header, 'latin1'), data]));
}

async function main([model, folder, ...inputs]) {
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const results = await session.run(readFeeds(inputs));
  const files = {};
  session.outputNames.forEach((name, index) => {
    files[name] = `output-${index}.npy`;
    writeNpy(path.join(folder, files[name]), results[name]);
  });
  fs.writeFileSync(path.join(folder, 'outputs.json'), JSON.stringify(files));
}

module.exports = { readFeeds };

if (require.main === module) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`ONNX Runtime: ${error.message || error}`);
    process.exit(1);
  });
}
