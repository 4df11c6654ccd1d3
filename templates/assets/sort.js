// Lets readers order the rows of a table by a column: descending, ascending, as
// it was; names begin ascending. What is missing stays last.
"use strict";
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
  const lang = document.documentElement.lang;
  const key = (row, i) => row.cells[i].dataset.sort ?? row.cells[i].textContent.trim();
  heads.forEach((head, i) => {
    const number = head.classList.contains("num");
    const ways = number ? ["descending", "ascending"] : ["ascending", "descending"];
    const compare = (a, b) => number ? a - b : a.localeCompare(b, lang, { numeric: true });
    const button = document.createElement("button");
    button.type = "button";
    button.append(...[...head.childNodes].filter(node => node.nodeName !== "SUP")); // sources are links
    head.prepend(button);
    button.addEventListener("click", () => {
      const way = ways[ways.indexOf(head.getAttribute("aria-sort")) + 1];
      for (const other of heads) other.removeAttribute("aria-sort");
      if (way) head.setAttribute("aria-sort", way);
      const sign = way === "descending" ? -1 : 1;
      body.append(...!way ? rows : [...rows].sort((x, y) => {
        const a = key(x, i), b = key(y, i);
        return a === "" || b === "" ? (a === "") - (b === "") : sign * compare(a, b);
      }));
    });
  });
}
