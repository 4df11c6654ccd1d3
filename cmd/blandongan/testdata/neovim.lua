-- Neovim's own client and the language server: each feature once, written down to $SEEN.
local seen = {}
local function finish(command)
  local file = assert(io.open(os.getenv('SEEN'), 'w'))
  file:write(table.concat(seen, '\n') .. '\n')
  file:close()
  vim.cmd(command)
end
local function see(what, ...) table.insert(seen, what .. ': ' .. string.format(...)) end
local function await(what, done)
  if not vim.wait(30000, done, 20) then error('never: ' .. what) end
end
local function go(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  if vim.fn.search('\\V' .. words, 'cW') == 0 then error('no ' .. words) end
  local at = vim.api.nvim_win_get_cursor(0)
  vim.api.nvim_win_set_cursor(0, { at[1], at[2] + #words - 1 })
end
local function line(words)
  for _, l in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if l:find(words, 1, true) then return l end
  end
end

local ok, fault = pcall(function()
  local site = vim.fn.getcwd()
  vim.cmd('edit content/news/keran-baru.md')
  local config = { name = 'blandongan', cmd = { os.getenv('PROGRAM'), '--lang', 'en', 'lsp' }, root_dir = site }
  if vim.lsp.start then
    vim.lsp.start(config)
  else -- before Neovim 0.8
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end
  local article = vim.api.nvim_get_current_buf()

  await('a problem', function() return #vim.diagnostic.get(article) > 0 end)
  see('problem', '%s', (vim.diagnostic.get(article)[1].message:gsub('\n.*', '')))

  vim.ui.select = function(items, _, choose) choose(items[1], 1) end
  go('hilir')
  vim.lsp.buf.code_action()
  await('an action', function() return line('kecamatan: [hulu, hilir]') end)
  see('action', '%s', line('kecamatan:'))
  await('no problem', function() return #vim.diagnostic.get(article) == 0 end)
  see('mended', '%d problems', #vim.diagnostic.get(article))

  local function complete()
    local params = vim.lsp.util.make_position_params(0, 'utf-16')
    local labels = {}
    for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 30000)) do
      for _, item in ipairs(answer.result.items) do table.insert(labels, item.label) end
    end
    return labels
  end
  go('kecamatan: [hu')
  vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), #'kecamatan: [' })
  see('completion', '%s', table.concat(complete(), ' '))
  vim.api.nvim_buf_set_lines(0, 1, 2, false, { 'tit' })
  vim.api.nvim_win_set_cursor(0, { 2, 2 })
  see('key', '%s', complete()[1])
  vim.api.nvim_buf_set_lines(0, 1, 2, false, { 'title: Keran baru' })

  go('[hul')
  vim.lsp.buf.hover()
  local function float()
    for _, w in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(w).relative ~= '' then return w end
    end
  end
  await('a window', float)
  local shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
  see('hover', '%s', shown:match('%*%*Hulu%*%* %(kecamatan%)') or shown)
  vim.api.nvim_win_close(float(), true)

  vim.lsp.buf.references()
  await('references', function() return #vim.fn.getqflist() > 0 end)
  local references = #vim.fn.getqflist()
  vim.cmd('cclose')

  vim.lsp.buf.definition()
  await('a definition', function() return vim.fn.expand('%'):find('hulu.yaml', 1, true) end)
  see('definition', '%s', vim.fn.fnamemodify(vim.fn.expand('%:p'), ':.'))
  see('references', '%d', references)

  vim.cmd('buffer ' .. article)
  go('[hul')
  vim.lsp.buf.rename('udik')
  await('a new name', function() return line('kecamatan: [udik') end)
  see('renamed', '%s', line('kecamatan:'))
  await('a file', function() return vim.fn.filereadable('data/kecamatan/udik.yaml') == 1 end)
  see('file', 'data/kecamatan/udik.yaml')
  vim.cmd('edit data/kecamatan/udik.yaml')
  await('an alias', function() return line('aliases:') end)
  see('alias', '%s', line('aliases:'))
end)
if not ok then table.insert(seen, 'fault: ' .. tostring(fault)) end
finish(ok and 'qall!' or 'cquit')
