-- Neovim 0.7 or later, without a plugin: start, wait for the mark, take over the other value, save.
local function fail(words)
  io.stderr:write(words .. "\n")
  vim.cmd("cquit 1")
end

vim.cmd("edit treaty.md")
local id = vim.lsp.start_client({ name = "crosscheck", cmd = { "CROSSCHECK", "lsp" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)

local function marks()
  return vim.diagnostic.get(0)
end
if not vim.wait(300000, function() return #marks() == 1 end, 50) then
  fail("no mark: " .. vim.inspect(marks()))
end
local mark = marks()[1]
local raw = mark.user_data.lsp
if raw.code ~= "date/conflict" or not raw.relatedInformation[1].location.uri:find("report.md", 1, true) then
  fail("another mark: " .. vim.inspect(mark))
end
if vim.api.nvim_buf_get_text(0, mark.lnum, mark.col, mark.end_lnum, mark.end_col, {})[1] ~= "12 May 2014" then
  fail("another place: " .. vim.inspect(mark))
end

local params = {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = {
    start = { line = mark.lnum, character = mark.col },
    ["end"] = { line = mark.lnum, character = mark.col },
  },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 300000)
local done = false
for _, action in ipairs(answers[id].result) do
  if action.title:find("Write “21 May 2014”", 1, true) then
    vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
    done = true
  end
end
if not done then
  fail("no action: " .. vim.inspect(answers))
end
if not vim.wait(300000, function() return #marks() == 0 end, 50) then
  fail("the mark stays: " .. vim.inspect(marks()))
end
vim.cmd("write")
vim.cmd("qall")
