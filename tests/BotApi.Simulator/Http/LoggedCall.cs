namespace BotApi.Simulator;

/// <summary>A call that has come and may still be at work.</summary>
internal sealed class LoggedCall(string method, DateTimeOffset time, CallParameters parameters)
{
    public string Method { get; } = method;

    public FaultKind? Fault { get; set; }

    /// <summary>The call as it is known now.</summary>
    public ReceivedCall Report() => new(Method, time, parameters.ToJson()) { Fault = Fault, MessageId = parameters.MadeMessageId };
}
