# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Compiled einsums and determinants against numpy, with a free size."""

import subprocess
import sys

import numpy as np

STEM = sys.argv[1]
TYPES = {"f32": np.float32, "i64": np.int64}
# Equations and the shapes of their operands.
EINSUMS = [
    ("ij->ji", "n3"),
    ("ij->", "n3"),
    ("iji", "4n4"),
    ("...ii->...i", "n222"),
    ("bhqd,bhkd->bhqk", "n348", "n358"),
    ("bqhd,bkhd->bhqk", "n438", "n538"),
    ("bhqk,bkhd->bqhd", "n345", "n538"),
    ("...ij,...jk", "1n34", "5142"),
    ("i,j->ij", "n", "4"),
    ("bi,bi->b", "n5", "n5"),
    ("ijx,jk,kl->il", "n32", "34", "45"),
    ("ij,jk->ik", "n1", "45"),
    (",i->i", "", "n"),
]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def make_model(element):
    """Each operand is an input of its own."""
    arguments, body, results = [], "", []
    for number, (equation, *shapes) in enumerate(EINSUMS):
        types = [f"!tenon.tensor<[{', '.join(shape)}], {element}>" for shape in shapes]
        names = [f"%x{number}_{i}" for i in range(len(shapes))]
        arguments += [f"{name}: {type_}" for name, type_ in zip(names, types)]
        body += (
            f'%{number} = tenon.einsum {", ".join(names)} {{equation = "{equation}"}} : '
            f'{", ".join(types)} -> !tenon.tensor<*, ?>\n'
        )
        results.append((f"%{number}", f'"{number}"', "!tenon.tensor<*, ?>"))
    if element == "f32":
        arguments.append("%m: !tenon.tensor<[n, 5, 5], f32>")
        body += "%d = tenon.determinant %m : !tenon.tensor<[n, 5, 5], f32> -> !tenon.tensor<[n], f32>\n"
        results.append(("%d", '"d"', "!tenon.tensor<[n], f32>"))
    values, names, types = (", ".join(column) for column in zip(*results))
    return f"tenon.model @products({', '.join(arguments)}) {{\n{body}tenon.output {values} [{names}] : {types}\n}}\n"


def check(element, level, size):
    random = np.random.default_rng(size)
    wanted, command = {}, [STEM]

    def make(name, shape):
        data = (random.standard_normal(shape) * 3).astype(TYPES[element])
        np.save(f"{STEM}-{name}.npy", data)
        command.extend(["--input", f"{name}={STEM}-{name}.npy"])
        return data

    for number, (equation, *shapes) in enumerate(EINSUMS):
        operands = [
            make(f"x{number}_{i}", [size if c == "n" else int(c) for c in shape])
            for i, shape in enumerate(shapes)
        ]
        wanted[str(number)] = np.einsum(equation, *operands)
    if element == "f32":
        matrices = make("m", [size, 5, 5])
        matrices[:, 0, 0] = 0
        np.save(f"{STEM}-m.npy", matrices)
        wanted["d"] = np.linalg.det(matrices.astype(np.float64))
    run([*command, "--output", STEM + ".npz"])
    for name, got in np.load(STEM + ".npz").items():
        want = wanted[name].astype(TYPES[element])
        if got.shape != want.shape or not np.allclose(got, want, rtol=1e-4, atol=1e-4):
            sys.exit(f"output {name} {element} {level}, size {size}:\n{got}\nis not\n{want}")


for element in TYPES:
    with open(STEM + ".mlir", "w") as file:
        file.write(make_model(element))
    for level in ("-O0", "-O2"):
        run(["model-opt", STEM + ".mlir", "-o", STEM, level])
        for size in (0, 3):
            check(element, level, size)
