-- Ranges of one length from all over a file, or across a joint in its middle.
-- wrk … -s range.lua url -- <bytes of the file> <bytes a range> <joint or 0> <bearer token or ->
local size, length, joint, token

function init(args)
  size, length, joint, token = tonumber(args[1]), tonumber(args[2]), tonumber(args[3]), args[4]
  math.randomseed(4711)
end

function request()
  local first
  if joint > 0 then
    first = joint - math.random(1, length - 1)
  else
    first = math.floor(math.random() * (size - length))
  end
  local headers = { Range = string.format("bytes=%.0f-%.0f", first, first + length - 1) }
  if token ~= "-" then headers.Authorization = "Bearer " .. token end
  return wrk.format("GET", nil, headers)
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %.1f %.1f %.1f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout))
end
