namespace BotApi.Simulator;

/// <summary>What goes wrong, by script and by chance. All members are thread-safe.</summary>
public sealed class FaultPlan
{
    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>();
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly List<ScriptedFault> scripted = [];
    private readonly List<FloodWait> waits = [];
    private readonly int[] happened = new int[Kinds.Length];
    private ChanceFaults? chance;
    private volatile bool isQuiet = true;

    internal FaultPlan(TimeProvider time) => this.time = time;

    /// <summary>How often each kind has happened so far.</summary>
    public IReadOnlyDictionary<FaultKind, int> Happened
    {
        get
        {
            lock (gate)
            {
                return Kinds.ToDictionary(kind => kind, kind => happened[(int)kind]);
            }
        }
    }

    /// <summary>Lets something go wrong; faults that fit the same call happen in the order of adding.</summary>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (gate)
        {
            scripted.Add(new ScriptedFault(fault) { Left = fault.Times });
            isQuiet = false;
        }
    }

    /// <summary>Lets one of these kinds go wrong with a share of all calls that it can happen to.</summary>
    public void Random(int seed, double share, params FaultKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        lock (gate)
        {
            chance = new ChanceFaults(new Random(seed), share, kinds);
            isQuiet = false;
        }
    }

    /// <summary>From now on nothing goes wrong; the counts stay.</summary>
    public void Clear()
    {
        lock (gate)
        {
            scripted.Clear();
            waits.Clear();
            chance = null;
            isQuiet = true;
        }
    }

    /// <summary>Whether nothing can go wrong now.</summary>
    internal bool IsQuiet => isQuiet;

    /// <summary>What goes wrong with this call, if anything. It counts as happened.</summary>
    internal Fault? Next(string method, long? chatId)
    {
        lock (gate)
        {
            var fault = Waiting(method, chatId) ?? New(method, chatId);
            if (fault is not null)
            {
                happened[(int)fault.Kind]++;
            }

            return fault;
        }
    }

    /// <summary>A refusal that goes on, with the time that is left of it.</summary>
    private Fault? Waiting(string method, long? chatId)
    {
        var now = time.GetUtcNow();
        waits.RemoveAll(wait => wait.Until <= now);
        return waits.Find(wait => wait.Fault.Fits(method, chatId)) is { } wait
            ? new Fault(FaultKind.TooManyRequests, duration: wait.Until - now)
            : null;
    }

    private Fault? New(string method, long? chatId)
    {
        var fault = Scripted(method, chatId) ?? chance?.Next(method, chatId);
        if (fault?.Kind == FaultKind.TooManyRequests)
        {
            // Telegram makes the chat wait, or the whole bot, whatever the call was.
            var onlyMethod = FaultScope.Includes(fault.Kind, method) ? null : fault.Method;
            waits.Add(new FloodWait(new Fault(fault.Kind, onlyMethod, fault.ChatId), time.GetUtcNow() + fault.Duration));
        }

        return fault;
    }

    private Fault? Scripted(string method, long? chatId)
    {
        var next = scripted.Find(planned => planned.Fault.Fits(method, chatId));
        if (next is null)
        {
            return null;
        }

        if (--next.Left <= 0)
        {
            scripted.Remove(next);
        }

        return next.Fault;
    }

    private sealed record ScriptedFault(Fault Fault)
    {
        public int Left { get; set; }
    }

    private sealed record FloodWait(Fault Fault, DateTimeOffset Until);
}
