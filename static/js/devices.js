// Devices of the desk, served by a program on this machine: the card fills fields, the camera adds a file, the printer
// takes lines. Of a card only name, number and address are looked at; nothing else of it is read, sent or kept.
(() => {
  "use strict";
  const ask = (box, path, body) => fetch(`${box.dataset.devices}${path}`, {
    method: "POST", mode: "cors", credentials: "omit",
    ...(body ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {}),
  }).then(async (answer) => {
    if (answer.ok) return answer;
    throw new Error((await answer.json().catch(() => ({}))).message || "设备没有回应。");
  });
  const put = (field, value) => {
    if (!field || !value) return;
    field.value = value;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  // The first row that says nothing of a card yet, and no other name.
  const rowFor = (name) => [...document.querySelectorAll("#intake-form [data-row]:not([hidden])")].find((row) => {
    const [named, numbered] = ["parties-name", "parties-id_number"].map((each) => row.querySelector(`[name="${each}"]`));
    return numbered && !numbered.value && (!named.value || named.value === name);
  });
  const acts = {
    "id-card": async (box) => {
      const { name = "", id_number = "", address = "" } = await (await ask(box, "/id-card")).json();
      const row = rowFor(name);
      if (!row) return "各行都已经填了，先勾选“联名、多人”加一行。";
      put(row.querySelector('[name="parties-name"]'), name);
      put(row.querySelector('[name="parties-id_type"]'), "id_card");
      put(row.querySelector('[name="parties-id_number"]'), id_number);
      put(row.querySelector('[name="parties-address"]'), address);
      const papers = document.getElementById("ask-papers");
      if (papers && !papers.checked) papers.click();
      return "已填入姓名、证件号码、住址，请核对。";
    },
    camera: async (box) => {
      const picture = await (await ask(box, "/camera")).blob();
      const files = document.querySelector('input[type="file"][name="attachments"]');
      const all = new DataTransfer();
      for (const file of files.files) all.items.add(file);
      all.items.add(new File([picture], `高拍仪${all.files.length + 1}.jpg`, { type: "image/jpeg" }));
      files.files = all.files;
      files.dispatchEvent(new Event("change", { bubbles: true }));
      return `已拍${all.files.length}张。`;
    },
    print: async (box, button) => {
      const slips = JSON.parse(document.getElementById(button.dataset.lines).textContent);
      for (const lines of slips) await ask(box, "/print", { lines });
      return `已送打印机${slips.length}张。`;
    },
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-device]");
    if (!button) return;
    const box = button.closest("[data-devices]");
    const said = box.querySelector("[data-device-said]");
    button.disabled = true;
    try { said.textContent = await acts[button.dataset.device](box, button); } catch (fault) {
      said.textContent = fault instanceof TypeError ? "本机没有运行设备程序，请手工填写。" : fault.message;
    }
    button.disabled = false;
  });
})();
