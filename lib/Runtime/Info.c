/* What --help and --info print. */
#include "Arguments.h"
#include "Element.h"
#include "Session.h"
#include "Text.h"

#include <stdio.h>

void tenon_print_help(const tenon_arguments *arguments,
                      const tenon_model_info *model) {
  printf(
      "usage: %s [options]\n"
      "runs the model '%s'\n\n"
      "  --input NAME=FILE.npy  the array for the input NAME; NAME= may be\n"
      "                         left out where the model has one input\n"
      "  --input FILE.npz       arrays for the inputs they are named after\n"
      "  --output FILE.npz      write the outputs (.npy where there is one)\n"
      "                         instead of printing them in short\n"
      "  --random               fill inputs that are not given at random\n"
      "  --seed N               of the random numbers (default 0)\n"
      "  --dim NAME=VALUE       a size that no given input decides\n"
      "  --bench N              time N runs, after some that are not timed\n"
      "  --info                 print the model's inputs and outputs\n"
      "  --help                 print this\n",
      arguments->program, model->name);
}

static void print_tensors(const char *title, const tenon_tensor_info *tensors,
                          uint32_t count) {
  printf("%s:%s\n", title, count ? "" : " none");
  for (uint32_t i = 0; i < count; ++i) {
    tenon_text shape;
    tenon_text_clear(&shape);
    tenon_text_append_dims(&shape, tensors[i].dims, tensors[i].rank);
    printf("  %s: %s %s\n", tensors[i].name,
           tenon_element_name(tensors[i].dtype), shape.chars);
  }
}

void tenon_print_info(const tenon_model_info *model) {
  tenon_text text;
  printf("model: %s\nproducer: %s\n", model->name, model->producer);
  print_tensors("inputs", model->inputs, model->input_count);
  print_tensors("outputs", model->outputs, model->output_count);
  if (model->symbol_count)
    printf("symbols:\n");
  for (uint32_t i = 0; i < model->symbol_count; ++i) {
    tenon_text_clear(&text);
    if (model->symbols[i].kind == TENON_SYMBOL_DATA)
      tenon_text_append(&text, "decided by the data");
    else
      tenon_text_append_bounds(&text, &model->symbols[i]);
    printf("  %s: %s\n", model->symbols[i].name, text.chars);
  }
  if (model->constraint_count)
    printf("constraints:\n");
  for (uint32_t i = 0; i < model->constraint_count; ++i) {
    tenon_text_clear(&text);
    tenon_text_append_relation(&text, &model->constraints[i]);
    printf("  requires %s, because %s [%s]\n", text.chars,
           model->constraints[i].message,
           tenon_constraint_code(&model->constraints[i]));
  }
  tenon_text_clear(&text);
  tenon_text_append_bytes(&text, model->weights_size);
  printf("weights: %s\n", text.chars);
}
