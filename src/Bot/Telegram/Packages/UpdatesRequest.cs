using System.Text.Json;
using global::Telegram.Bot.Requests;
using global::Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Packages;

/// <summary>getUpdates with each update as it came. Telegram.Bot's own reads all of them or none, and has 32 bits for the offset.</summary>
internal sealed class UpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    public long Offset { get; init; }

    public int Timeout { get; init; }

    public required IReadOnlyList<UpdateType> AllowedUpdates { get; init; }
}
