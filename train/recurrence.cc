#include "train/recurrence.h"

#include <cmath>

namespace entente {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

float sigmoid(float x) { return 1.0f / (1.0f + std::exp(-x)); }

/// What the loops below step over: one sentence and one direction at a time.
struct Walk {
  int64_t batch, units, half;
  int64_t row(int64_t t, int64_t b) const { return t * batch + b; }
};

struct Recurrence : torch::autograd::Function<Recurrence> {
  static Tensor forward(AutogradContext* context, const Tensor& gates, const Tensor& input,
                        const Tensor& lengths) {
    const Tensor g = gates.contiguous(), x = input.contiguous();
    const Walk walk{x.size(1), x.size(2), x.size(2) / 2};
    Tensor states = torch::zeros_like(x), output = torch::zeros_like(x);
    // The gates after the sigmoid, kept for the way back.
    Tensor open = torch::zeros({x.size(0), x.size(1), 2 * walk.units}, x.options());
    const auto* length = lengths.data_ptr<int64_t>();
    for (int64_t b = 0; b < walk.batch; ++b)
      for (int64_t step = 0; step < length[b]; ++step) {
        forward_step(walk, b, step, +1, 0, length[b], g, x, states, open, output);
        forward_step(walk, b, length[b] - 1 - step, -1, walk.half, length[b], g, x, states, open,
                     output);
      }
    context->save_for_backward({g, x, lengths, states, open});
    return output;
  }

  static void forward_step(const Walk& walk, int64_t b, int64_t t, int direction, int64_t offset,
                           int64_t length, const Tensor& g, const Tensor& x, Tensor& states,
                           Tensor& open, Tensor& output) {
    const int64_t row = walk.row(t, b), d = walk.units;
    const float* z = g.data_ptr<float>() + row * 3 * d + offset;
    const float* in = x.data_ptr<float>() + row * d + offset;
    float* c = states.data_ptr<float>() + row * d + offset;
    float* gate = open.data_ptr<float>() + row * 2 * d + offset;
    float* h = output.data_ptr<float>() + row * d + offset;
    const int64_t from = t - direction;
    const bool begins = from < 0 || from >= length;
    const float* before = begins ? nullptr : c - direction * walk.batch * d;
    for (int64_t i = 0; i < walk.half; ++i) {
      const float f = sigmoid(z[d + i]), r = sigmoid(z[2 * d + i]);
      const float state = f * (before != nullptr ? before[i] : 0.0f) + (1 - f) * z[i];
      gate[i] = f;
      gate[d + i] = r;
      c[i] = state;
      h[i] = r * std::tanh(state) + (1 - r) * in[i];
    }
  }

  static tensor_list backward(AutogradContext* context, tensor_list gradients) {
    const auto saved = context->get_saved_variables();
    const Tensor &g = saved[0], &x = saved[1], &lengths = saved[2], &states = saved[3],
                 &open = saved[4];
    const Tensor dh = gradients[0].contiguous();
    const Walk walk{x.size(1), x.size(2), x.size(2) / 2};
    Tensor dg = torch::zeros_like(g), dx = torch::zeros_like(x);
    const auto* length = lengths.data_ptr<int64_t>();
    std::vector<float> flow(static_cast<size_t>(walk.units));
    for (int64_t b = 0; b < walk.batch; ++b) {
      std::fill(flow.begin(), flow.end(), 0.0f);
      for (int64_t step = 0; step < length[b]; ++step) {
        backward_step(walk, b, length[b] - 1 - step, +1, 0, length[b], g, x, states, open, dh, dg,
                      dx, flow);
        backward_step(walk, b, step, -1, walk.half, length[b], g, x, states, open, dh, dg, dx,
                      flow);
      }
    }
    return {dg, dx, Tensor()};
  }

  static void backward_step(const Walk& walk, int64_t b, int64_t t, int direction, int64_t offset,
                            int64_t length, const Tensor& g, const Tensor& x, const Tensor& states,
                            const Tensor& open, const Tensor& dh, Tensor& dg, Tensor& dx,
                            std::vector<float>& flow) {
    const int64_t row = walk.row(t, b), d = walk.units;
    const float* z = g.data_ptr<float>() + row * 3 * d + offset;
    const float* in = x.data_ptr<float>() + row * d + offset;
    const float* c = states.data_ptr<float>() + row * d + offset;
    const float* gate = open.data_ptr<float>() + row * 2 * d + offset;
    const float* up = dh.data_ptr<float>() + row * d + offset;
    float* dz = dg.data_ptr<float>() + row * 3 * d + offset;
    float* din = dx.data_ptr<float>() + row * d + offset;
    float* carry = flow.data() + offset;
    const int64_t from = t - direction;
    const bool begins = from < 0 || from >= length;
    const float* before = begins ? nullptr : c - direction * walk.batch * d;
    for (int64_t i = 0; i < walk.half; ++i) {
      const float f = gate[i], r = gate[d + i], squashed = std::tanh(c[i]);
      const float last = before != nullptr ? before[i] : 0.0f;
      const float dc = carry[i] + up[i] * r * (1 - squashed * squashed);
      dz[i] = dc * (1 - f);
      dz[d + i] = dc * (last - z[i]) * f * (1 - f);
      dz[2 * d + i] = up[i] * (squashed - in[i]) * r * (1 - r);
      din[i] = up[i] * (1 - r);
      carry[i] = dc * f;
    }
  }
};

}  // namespace

torch::Tensor recurrence(const torch::Tensor& gates, const torch::Tensor& input,
                         const torch::Tensor& lengths) {
  return Recurrence::apply(gates, input, lengths);
}

}  // namespace entente
