namespace BotApi.Simulator;

/// <summary>Answers calls, or lets them go wrong.</summary>
internal sealed class FaultyCall(TelegramWorld world)
{
    private const string BlockedByUser = "Forbidden: bot was blocked by the user";
    private const string OtherPoll =
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    /// <summary>The answer of a method, unless a fault comes between; the fault is noted with the call.</summary>
    public async Task<ApiAnswer> AnswerAsync(
        LoggedCall call, CallParameters parameters, Method method, CancellationToken cancellation)
    {
        if (world.Faults.IsQuiet || world.Faults.Next(call.Method, parameters.ChatId) is not { } fault)
        {
            return await method(parameters, cancellation);
        }

        call.Fault = fault.Kind;
        switch (fault.Kind)
        {
            case FaultKind.Stall:
                await Task.Delay(fault.Duration, world.Time, cancellation);
                return await method(parameters, cancellation);
            case FaultKind.CutAfterWork:
                await WorkAsync(method, parameters, cancellation);
                return ApiAnswer.Cut;
            case FaultKind.CutBeforeWork:
                return ApiAnswer.Cut;
            case FaultKind.BadGateway:
                return ApiAnswer.BadGateway;
            default:
                throw RefusalOf(fault);
        }
    }

    private static ApiException RefusalOf(Fault fault) => fault.Kind switch
    {
        FaultKind.TooManyRequests => ApiException.TooManyRequests(fault.Duration),
        FaultKind.Forbidden => new ApiException(403, fault.Description ?? BlockedByUser),
        FaultKind.BadRequest => new ApiException(400, fault.Description ?? "Bad Request")
        {
            MigrateToChatId = fault.MigrateToChatId,
        },
        FaultKind.ServerError => new ApiException(500, "Internal Server Error"),
        FaultKind.Unauthorized => new ApiException(401, "Unauthorized"),
        FaultKind.Conflict => new ApiException(409, OtherPoll),
        _ => throw new InvalidOperationException($"{fault.Kind} is no refusal."),
    };

    /// <summary>Does the work whose answer is lost; nobody hears of a refusal either.</summary>
    private static async Task WorkAsync(Method method, CallParameters parameters, CancellationToken cancellation)
    {
        try
        {
            await method(parameters, cancellation);
        }
        catch (Exception error) when (error is ApiException or TextParseException)
        {
            // The bot would have been told.
        }
    }
}
