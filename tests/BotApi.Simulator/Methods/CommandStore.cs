using System.Collections.Concurrent;

namespace BotApi.Simulator;

/// <summary>Lists of commands, one for each scope and language.</summary>
internal sealed class CommandStore
{
    private readonly ConcurrentDictionary<(string Scope, string Language), IReadOnlyList<WireCommand>> lists = new();

    public void Set(string scope, string language, IReadOnlyList<WireCommand> commands) => lists[(scope, language)] = commands;

    /// <summary>Exactly this scope's list: Telegram does not look in wider ones here.</summary>
    public IReadOnlyList<WireCommand> Get(string scope, string language) => lists.GetValueOrDefault((scope, language), []);
}
