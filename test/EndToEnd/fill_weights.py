"""Fills ONNX models whose weights were left out: fill_weights.py OUT_FOLDER MODEL.onnx...

The models in `zoo/` keep their graph and their small constants; every other
initializer is empty. What it is filled with depends on its name, shape and type
alone, so that any two runs make the same model.
"""

import os
import sys
import zlib

import numpy as np
import onnx


def is_left_out(tensor):
    if tensor.raw_data or tensor.float_data or tensor.int32_data or tensor.int64_data:
        return False
    return np.prod(tensor.dims, dtype=np.int64) != 0


def random_values(name, shape):
    """Values that keep activations in range: variances around 1, scales near 1,
    biases near 0, and weights scaled by their fan-in."""
    generator = np.random.default_rng(zlib.crc32(name.encode()))
    lower = name.lower()
    if "var" in lower:
        return generator.uniform(0.5, 1.5, shape)
    if len(shape) == 1:
        if any(word in lower for word in ("weight", "scale", "gamma")):
            return 1 + 0.05 * generator.standard_normal(shape)
        return 0.02 * generator.standard_normal(shape)
    fan_in = max(1, int(np.prod(shape[1:])) if len(shape) > 1 else 1)
    return generator.standard_normal(shape) * (1.4 / np.sqrt(fan_in))


def fill(model):
    for tensor in model.graph.initializer:
        if is_left_out(tensor):
            dtype = onnx.mapping.TENSOR_TYPE_TO_NP_TYPE[tensor.data_type]
            values = np.asarray(random_values(tensor.name, list(tensor.dims)))
            tensor.raw_data = values.astype(dtype).tobytes()


def main(folder, *paths):
    os.makedirs(folder, exist_ok=True)
    for path in paths:
        target = os.path.join(folder, os.path.basename(path))
        model = onnx.load(path)
        fill(model)
        onnx.save(model, target + ".part")
        os.replace(target + ".part", target)
        print(f"{target}: {os.path.getsize(target)} bytes")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
