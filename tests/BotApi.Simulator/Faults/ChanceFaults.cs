namespace BotApi.Simulator;

/// <summary>Faults that happen to a share of all calls.</summary>
internal sealed class ChanceFaults(Random random, double share, IReadOnlyList<FaultKind> kinds)
{
    /// <summary>One of the kinds that can happen to the call, or luck. 429 is then for the call's chat, if it has one.</summary>
    public Fault? Next(string method, long? chatId)
    {
        var fitting = kinds.Where(kind => FaultScope.Includes(kind, method)).ToList();
        return fitting.Count > 0 && random.NextDouble() < share
            ? new Fault(fitting[random.Next(fitting.Count)], method, chatId)
            : null;
    }
}
