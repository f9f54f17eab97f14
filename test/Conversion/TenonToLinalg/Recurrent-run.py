# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled layers against numpy, over free lengths and batches from 0 up."""

import os
import subprocess
import sys

import numpy as np

WORK = sys.argv[1]
FEATURES, UNITS = 5, 3
GATES = {"lstm": 4, "gru": 3, "rnn": 1}
NAMES = {"f32": np.float32, "f64": np.float64, "f16": np.float16}
TOLERANCE = {"f32": 1e-5, "f64": 1e-12, "f16": 5e-3}


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


ACTIVATIONS = {
    "affine, 0.5, 0.25": lambda x: 0.5 * x + 0.25,
    "elu, 0.5": lambda x: np.where(x < 0, 0.5 * np.expm1(x), x),
    "hard_sigmoid, 0.2, 0.5": lambda x: np.clip(0.2 * x + 0.5, 0, 1),
    "leaky_relu, 0.25": lambda x: np.where(x < 0, 0.25 * x, x),
    "relu": lambda x: np.maximum(x, 0),
    "scaled_tanh, 1.5, 0.5": lambda x: 1.5 * np.tanh(0.5 * x),
    "sigmoid": sigmoid,
    "softplus": lambda x: np.log1p(np.exp(x)),
    "softsign": lambda x: x / (1 + np.abs(x)),
    "tanh": np.tanh,
    "thresholded_relu, 0.25": lambda x: np.where(x > 0.25, x, 0),
}


class Layer:
    """One layer of the dialect; `optional` names the operands that it has."""

    def __init__(self, kind, optional="", activations=None, clip=None, flags=()):
        self.kind, self.optional, self.clip, self.flags = kind, optional.split(), clip, flags
        self.activations = activations or {
            "lstm": ["sigmoid", "tanh", "tanh"], "gru": ["sigmoid", "tanh"], "rnn": ["tanh"]
        }[kind]

    def operands(self):
        gates = GATES[self.kind]
        known = {
            "bias": f"[{gates * UNITS}]", "recurrent_bias": f"[{gates * UNITS}]",
            "mask": "[seq, batch]", "hidden": f"[batch, {UNITS}]", "cell": f"[batch, {UNITS}]",
            "peepholes": f"[{3 * UNITS}]",
        }
        yield "", "x", f"[seq, batch, {FEATURES}]"
        yield "", f"w{gates}", f"[{FEATURES}, {gates * UNITS}]"
        yield "", f"r{gates}", f"[{UNITS}, {gates * UNITS}]"
        for word in self.optional:
            sized = word in ("bias", "recurrent_bias")
            yield word, f"{word}{gates}" if sized else word, known[word]

    def text(self, number, element):
        keys = {"lstm": ["gate", "cell", "hidden"], "gru": ["gate", "hidden"], "rnn": [""]}[self.kind]
        attributes = [
            f"{key}{'_' if key else ''}activation = #tenon.activation<{name}>"
            for key, name in zip(keys, self.activations)
        ] + list(self.flags)
        if self.clip is not None:
            attributes.append(f"clip = {self.clip} : f64")
        operands = list(self.operands())
        results = 3 if self.kind == "lstm" else 2
        names = ", ".join(f"%{name}" for word, name, _ in operands if not word)
        names += "".join(f" {word} %{name}" for word, name, _ in operands if word)
        types = ", ".join(
            f"!tenon.tensor<{dims}, {'i1' if word == 'mask' else element}>"
            for word, _, dims in operands
        )
        opens = ", ".join(["!tenon.tensor<*, ?>"] * results)
        return (
            f"  %{number}:{results} = tenon.{self.kind} {names} "
            f"{{{', '.join(attributes)}}} : ({types}) -> ({opens})\n"
        )

    def run(self, given):
        value = {name: given[name].astype(np.float64) for _, name, _ in self.operands()}
        get = lambda word: value.get(f"{word}{GATES[self.kind]}")
        x, w, r = value["x"], get("w"), get("r")
        steps, batch, _ = x.shape
        hidden = value.get("hidden", np.zeros((batch, UNITS)))
        cell = value.get("cell", np.zeros((batch, UNITS)))
        mask = given["mask"] if "mask" in value else np.ones((steps, batch), bool)
        outputs = np.zeros((steps, batch, UNITS))
        order = reversed(range(steps)) if "reverse" in self.flags else range(steps)
        for step in order:
            sums = x[step] @ w + (0 if get("bias") is None else get("bias"))
            new_hidden, new_cell = self.step(sums, hidden, cell, r, get, value)
            on = mask[step][:, None]
            outputs[step] = np.where(on, new_hidden, 0)
            hidden, cell = np.where(on, new_hidden, hidden), np.where(on, new_cell, cell)
        return [outputs, hidden, cell] if self.kind == "lstm" else [outputs, hidden]

    def step(self, sums, hidden, cell, r, get, value):
        limit = lambda x: x if self.clip is None else np.clip(x, -self.clip, self.clip)
        act = lambda index, x: ACTIVATIONS[self.activations[index]](limit(x))
        more = get("recurrent_bias")
        more = np.zeros(r.shape[1]) if more is None else more
        if self.kind == "rnn":
            return act(0, sums + hidden @ r), cell
        if self.kind == "gru":
            z, reset, candidate = np.split(sums, 3, 1)
            parts = np.split(hidden @ r + more, 3, 1)
            z, reset = act(0, z + parts[0]), act(0, reset + parts[1])
            if "reset_after" in self.flags:
                candidate = act(1, candidate + reset * parts[2])
            else:
                candidate = act(1, candidate + (reset * hidden) @ r[:, 2 * UNITS :] + more[2 * UNITS :])
            return (1 - z) * candidate + z * hidden, cell
        i, f, c, o = np.split(sums + hidden @ r, 4, 1)
        pi, pf, po = np.split(value.get("peepholes", np.zeros(3 * UNITS)), 3)
        i = act(0, i + pi * cell)
        f = 1 - i if "coupled" in self.flags else act(0, f + pf * cell)
        cell = f * cell + i * act(1, c)
        return act(0, o + po * cell) * ACTIVATIONS[self.activations[2]](cell), cell


LAYERS = [
    Layer("lstm"),
    Layer("lstm", "bias mask hidden cell peepholes", flags=["reverse"]),
    Layer("lstm", "hidden", ["hard_sigmoid, 0.2, 0.5", "softsign", "relu"], 0.3, ["coupled"]),
    Layer("lstm", "cell", ["affine, 0.5, 0.25", "scaled_tanh, 1.5, 0.5", "leaky_relu, 0.25"]),
    Layer("gru"),
    Layer("gru", "bias recurrent_bias mask hidden", flags=["reverse"]),
    Layer("gru", "bias recurrent_bias", flags=["reset_after"]),
    Layer("gru", "mask", ["softplus", "elu, 0.5"], 0.5, ["reset_after", "reverse"]),
    Layer("rnn"),
    Layer("rnn", "bias mask hidden", ["thresholded_relu, 0.25"], flags=["reverse"]),
]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def check(element, level):
    stem = os.path.join(WORK, element + level)
    inputs = {}
    for layer in LAYERS:
        for word, name, dims in layer.operands():
            inputs[name] = (dims, "i1" if word == "mask" else element)
    values = [
        f"%{number}#{i}"
        for number, layer in enumerate(LAYERS)
        for i in range(3 if layer.kind == "lstm" else 2)
    ]
    arguments = ", ".join(f"%{n}: !tenon.tensor<{dims}, {kind}>" for n, (dims, kind) in inputs.items())
    with open(stem + ".mlir", "w") as file:
        file.write(f"tenon.model @layers({arguments}) {{\n")
        file.writelines(layer.text(number, element) for number, layer in enumerate(LAYERS))
        names = ", ".join(f'"{i}"' for i in range(len(values)))
        types = ", ".join(["!tenon.tensor<*, ?>"] * len(values))
        file.write(f"  tenon.output {', '.join(values)} [{names}] : {types}\n}}\n")
    run(["model-opt", stem + ".mlir", "-o", stem, level])
    for steps, batch in ((0, 2), (2, 0), (1, 1), (5, 9)):
        generator = np.random.default_rng(steps)
        given = {}
        for name, (dims, kind) in inputs.items():
            sizes = [{"seq": steps, "batch": batch}.get(d) for d in dims.strip("[]").split(", ")]
            sizes = [int(d) if s is None else s for s, d in zip(sizes, dims.strip("[]").split(", "))]
            value = 0.5 * generator.standard_normal(sizes)
            given[name] = value > 0 if kind == "i1" else value.astype(NAMES[kind])
        np.savez(stem + ".in.npz", **given)
        run([stem, "--input", stem + ".in.npz", "--output", stem + ".npz"])
        got = np.load(stem + ".npz")
        expected = [result for layer in LAYERS for result in layer.run(given)]
        for number, want in enumerate(expected):
            have = got[str(number)]
            if have.dtype != NAMES[element] or have.shape != want.shape or not np.allclose(
                have, want, rtol=TOLERANCE[element], atol=TOLERANCE[element]
            ):
                sys.exit(f"{element} {level}, {steps} steps of {batch}, {values[number]}:\n{have}\nis not\n{want}")


os.makedirs(WORK, exist_ok=True)
check("f32", "-O0")
check("f32", "-O2")
check("f16", "-O2")
check("f64", "-O2")
