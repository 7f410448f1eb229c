namespace BotApi.Simulator;

/// <summary><c>answerCallbackQuery</c>.</summary>
internal sealed class AnswerCallbackQueryMethod(CallbackQueries queries)
{
    public ApiAnswer Answer(CallParameters parameters)
    {
        var answer = new CallbackAnswer(parameters.Text("text"), parameters.Flag("show_alert"), parameters.Text("url"));
        if (answer.Text.Length > MessageLimits.CallbackAnswer)
        {
            throw ApiException.BadRequest("MESSAGE_TOO_LONG");
        }

        queries.Answer(parameters.Text("callback_query_id"), answer);
        return ApiAnswer.True;
    }
}
