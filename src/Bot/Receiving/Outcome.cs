using System.Data.Common;
using Bot.Delivery;
using Bot.Operations;
using Microsoft.Data.Sqlite;

namespace Bot.Receiving;

/// <summary>What an update leads to; stored together with the mark that it was handled, or not at all.</summary>
internal sealed record Outcome
{
    public static Outcome Nothing { get; } = new();

    public IReadOnlyList<OutboxMessage> Messages { get; init; } = [];

    public RememberedTurn? Turn { get; init; }

    /// <summary>A change that only some updates make.</summary>
    public Action<SqliteConnection, DbTransaction>? Change { get; init; }

    /// <summary>The key of the words shown to who pressed a button; null for none.</summary>
    public string? Toast { get; init; }

    /// <summary>What happened, for the log.</summary>
    public string Event { get; init; } = "nothing for the bot";

    /// <summary>What is counted once it is stored.</summary>
    public Action<Metrics>? Count { get; init; }

    public static Outcome Saying(string happened, OutboxMessage message) => new() { Event = happened, Messages = [message] };
}
