using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>A call the bot made, for reading by hand.</summary>
internal sealed record ControlCall(string Method, DateTimeOffset Time, JsonElement Parameters);
