# Every op's definition carries an example, and every example is a valid model.
# RUN: %python %s %S/../../../include/tenon/Dialect/IR model-opt

import pathlib
import re
import subprocess
import sys

OP = re.compile(r'^def Tenon_\w+Op\b[^{]*?"(\w+)"', re.MULTILINE)
NEXT = re.compile(r"^(?:def|class) ", re.MULTILINE)
EXAMPLE = re.compile(r"```mlir\n(.*?)```", re.DOTALL)
TENSOR = re.compile(r"!tenon\.tensor<[^>]*>")
WHOLE = re.compile(r"^\s*(?:tenon\.model|tenon\.parameter|module)\b", re.MULTILINE)


def find_ops(text):
    """The mnemonic of each op with its examples."""
    for match in OP.finditer(text):
        end = NEXT.search(text, match.end())
        body = text[match.end() : end.start() if end else len(text)]
        yield match.group(1), EXAMPLE.findall(body)


def read_operation(line):
    """Operands with their types, the parameter it reads, and its results."""
    before_type = line.split("!tenon.tensor")[0]
    left, _, right = before_type.partition(" = ")
    if not right:
        left, right = "", before_type
    operands = list(dict.fromkeys(re.findall(r"%\w+", right)))
    types = TENSOR.findall(line.split("->")[0]) if "->" in line else []
    parameter = re.search(r"get_parameter @(\w+)", right)
    if parameter:
        return [], (parameter.group(1), TENSOR.search(line).group(0))
    uses = re.findall(r"%\w+", right)
    if len(types) != len(uses):
        raise ValueError(f"{len(uses)} operands, {len(types)} types: {line.strip()}")
    pairs = dict(zip(uses, types))
    return [(name, pairs[name]) for name in operands], None


def wrap(name, example):
    """The example as a module: operands become inputs of a model."""
    if WHOLE.search(example):
        return example
    inputs, parameters = {}, {}
    # Operands of ops with regions are given by a first line of comment.
    given = re.match(r"\s*// with (.*)\n", example)
    if given:
        inputs = dict(re.findall(r"(%\w+): (!tenon\.tensor<[^>]*>)", given.group(1)))
    for line in [] if given else example.splitlines():
        if not line.strip():
            continue
        operands, parameter = read_operation(line)
        inputs.update(operands)
        if parameter:
            parameters[parameter[0]] = parameter[1]
    text = "".join(
        f"tenon.parameter @{p} = dense<0.0> : {type}\n" for p, type in parameters.items()
    )
    arguments = ", ".join(f"{i}: {type}" for i, type in inputs.items())
    return f"{text}tenon.model @{name}_example({arguments}) {{\n{example}  tenon.output []\n}}\n"


def check_family(path, model_opt):
    """The mistakes in one family's definitions."""
    mistakes, modules, failed = [], [], []
    text = path.read_text()
    all_examples = "".join(EXAMPLE.findall(text))
    for name, examples in find_ops(text):
        if not examples and not re.search(rf"\btenon\.{name}\b", all_examples):
            mistakes.append(f"{path.name}: `{name}` has no example")
        for example in examples:
            # An op that stands for a mistake makes its model fail the check.
            chosen = failed if "tensor<error" in example else modules
            try:
                chosen.append(f"// {name}\n{wrap(name, example)}")
            except ValueError as error:
                mistakes.append(f"{path.name}: the example of `{name}`: {error}")
    for pieces, wanted in ((modules, 0), (failed, 1)):
        if not pieces:
            continue
        module = "\n// -----\n".join(pieces)
        run = subprocess.run(
            [model_opt, "--tenon-check", "--split-input-file", "-"],
            input=module,
            capture_output=True,
            text=True,
        )
        # A failed value has been blamed where it was made, so nothing is said.
        if run.returncode != wanted or run.stderr:
            mistakes.append(f"{path.name}:\n{module}\n{run.stderr}")
    return len(modules) + len(failed), mistakes


def main(folder, model_opt):
    count, mistakes = 0, []
    for path in sorted(pathlib.Path(folder).glob("*.td")):
        examples, wrong = check_family(path, model_opt)
        count += examples
        mistakes += wrong
    print("\n".join(mistakes))
    if count == 0:
        sys.exit("no examples found")
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
