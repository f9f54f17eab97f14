# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled attention against numpy, over a free batch and element types."""

import subprocess
import sys

import numpy as np

STEM = sys.argv[1]
TYPES = {"f32": np.float32, "f16": np.float16, "f64": np.float64}
# Operands, attributes, and the second result.
CASES = [
    ("", "causal", ""),
    ("past(%past : P)", "causal", "masked"),
    ("mask(%truth : T) lengths(%lengths : P)", "scale = 0.25 : f64", "weights"),
    ("mask(%bias : B)", "softcap = 2.0 : f64", "capped"),
]
SHAPES = {
    "q": "[batch, 6, 3, 8]", "k": "[batch, 2, 5, 8]", "v": "[batch, 2, 5, 3]",
    "bias": "[batch, 1, 1, 5]", "truth": "[1, 6, 3, 5]", "past": "[batch]", "lengths": "[batch]",
}


def get_type(name, element):
    kind = {"truth": "i1", "past": "i64", "lengths": "i64"}.get(name, element)
    return f"!tenon.tensor<{SHAPES[name]}, {kind}>"


def make_model(element):
    body, results = "", []
    operands = ", ".join(get_type(name, element) for name in "qkv")
    for number, (extra, attributes, stage) in enumerate(CASES):
        for short, name in (("T", "truth"), ("B", "bias"), ("P", "past")):
            extra = extra.replace(f": {short})", f": {get_type(name, element)})")
        if stage:
            attributes = ", ".join(filter(None, [attributes, f'scores = "{stage}"']))
        count = 2 if stage else 1
        types = ", ".join(["!tenon.tensor<*, ?>"] * count)
        body += f"%r{number}:{count} = tenon.attention %q, %k, %v {extra} {{{attributes}}} : {operands} -> {types}\n"
        results += [(f"%r{number}#{i}", f'"{number}-{i}"', "!tenon.tensor<*, ?>") for i in range(count)]
    values, names, types = (", ".join(column) for column in zip(*results))
    arguments = ", ".join(f"%{name}: {get_type(name, element)}" for name in SHAPES)
    return f"tenon.model @attention({arguments}) {{\n{body}tenon.output {values} [{names}] : {types}\n}}\n"


def attend(data, extra, attributes, stage):
    stages = {}
    key, value = (np.repeat(data[name], 3, 1) for name in "kv")
    scores = data["q"] @ key.swapaxes(-1, -2) * (0.25 if "scale" in attributes else 8**-0.5)
    stages["scaled"] = scores
    if "softcap" in attributes:
        scores = np.tanh(scores / 2) * 2
    stages["capped"] = scores
    seen = np.ones(scores.shape, bool)
    i, j = np.arange(scores.shape[2])[:, None], np.arange(scores.shape[3])
    if "bias" in extra:
        scores = scores + data["bias"]
    if "truth" in extra:
        seen &= data["truth"]
    if "causal" in attributes:
        past = data["past"][:, None, None, None] if "past" in extra else 0
        seen &= j <= i + past
    if "lengths" in extra:
        seen &= j < data["lengths"][:, None, None, None]
    scores = np.where(seen, scores, -np.inf)
    stages["masked"] = scores
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    stages["weights"] = weights / weights.sum(-1, keepdims=True)
    return [stages["weights"] @ value] + ([stages[stage]] if stage else [])


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def check(element, level, sizes):
    random = np.random.default_rng(7)
    data, command = {}, [STEM]
    for name, text in SHAPES.items():
        shape = [sizes.get(dim) or int(dim) for dim in text.strip("[]").split(", ")]
        if name in ("past", "lengths"):
            data[name] = random.integers(1, 3, shape)
        elif name == "truth":
            data[name] = random.random(shape) < 0.7
            data[name][..., 0] = True
        else:
            data[name] = random.standard_normal(shape).astype(TYPES[element])
        np.save(f"{STEM}-{name}.npy", data[name])
        command += ["--input", f"{name}={STEM}-{name}.npy"]
    run([*command, "--output", STEM + ".npz"])
    archive = np.load(STEM + ".npz")
    wide = {name: array.astype(np.float64) if array.dtype.kind == "f" else array for name, array in data.items()}
    tolerance = 2e-3 if element == "f16" else 1e-5
    for number, case in enumerate(CASES):
        for i, want in enumerate(attend(wide, *case)):
            got = archive[f"{number}-{i}"]
            close = got.shape == want.shape and np.allclose(got, want, rtol=tolerance, atol=tolerance)
            if not close or got.dtype != TYPES[element]:
                sys.exit(f"case {number} result {i} {element} {level} {sizes}:\n{got}\nis not\n{want}")


for element, level in (("f32", "-O0"), ("f16", "-O2")):
    with open(STEM + ".mlir", "w") as file:
        file.write(make_model(element))
    run(["model-opt", STEM + ".mlir", "-o", STEM, level])
    check(element, level, {"batch": 2})
    check(element, level, {"batch": 1})
