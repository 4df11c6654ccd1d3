// What html-validate holds against a built page: all it recommends, but
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }], // either is right; ours has always been small
    "prefer-native-element": ["error", { exclude: ["region"] }], // a box that scrolls is a named region, no section with a heading
    "require-sri": ["error", { target: "crossorigin" }], // what comes from our own host needs no seal against it
    "valid-id": ["error", { relaxed: true }], // sumber.3: the dot keeps our ids apart from those of headings
  },
};
