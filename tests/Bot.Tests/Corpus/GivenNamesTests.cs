using Bot.Citations;
using Bot.Linguistics;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Corpus;

public class GivenNamesTests
{
    private static Unit Read(string name, Language language) => Assert.Single(Repository.Library.Analyzer.Analyze(name, language));

    [Theory]
    [InlineData("Микола", "Николай", "Mykola", "Nikolai")]
    [InlineData("Катерина", "Екатерина", "Kateryna", "Ekaterina")]
    [InlineData("Олена", "Елена", "Olena", "Yelena")]
    [InlineData("Володимира", "Владимира", "Volodymyr", "Vladimir")]
    [InlineData("Олексієм", "Алексеем", "Oleksii", "Alexey")]
    [InlineData("Михайлові", "Михаилу", "Mykhailo", "Mikhail")]
    [InlineData("Дмитро", "Дмитрий", "Dmytro", "Dmitri")]
    [InlineData("Сергія", "Сергея", "Serhii", "Sergey")]
    [InlineData("Петром", "Пётром", "Petro", "Pyotr")]
    [InlineData("Павла", "Павла", "Pavlo", "Pavel")]
    [InlineData("Ганна", "Анна", "Hanna", "Anna")]
    [InlineData("Світлану", "Светлану", "Svitlana", "Svetlana")]
    [InlineData("Ірині", "Ирине", "Iryna", "Irina")]
    [InlineData("Тетяна", "Татьяна", "Tetiana", "Tatyana")]
    [InlineData("Євген", "Евгений", "Yevhen", "Evgeny")]
    [InlineData("В'ячеслав", "Вячеслав", "Viacheslav", "Vyacheslav")]
    [InlineData("Микита", "Никита", "Mykyta", "Nikita")]
    [InlineData("Йосип", "Иосиф", "Yosyp", "Iosif")]
    [InlineData("Данило", "Даниил", "Danylo", "Daniil")]
    [InlineData("Артем", "Артём", "Artem", "Artyom")]
    [InlineData("Олександр", "Александр", "Oleksandr", "Alexander")]
    public void A_given_name_is_the_same_in_all_its_translations(string ukrainian, string russian, params string[] english)
    {
        var name = Read(ukrainian, Language.Ukrainian);

        Assert.Equal((UnitKind.Name, null), (name.Kind, name.Entity));
        Assert.Equal(name.Term, Read(russian, Language.Russian).Term);
        Assert.All(english, spelling => Assert.Equal(name.Term, Read(spelling, Language.English).Term));
    }

    [Theory]
    [InlineData("Петро", "Петров", Language.Russian)]
    [InlineData("Микола", "Миколаїв", Language.Ukrainian)]
    [InlineData("Павло", "Павлова", Language.Ukrainian)]
    [InlineData("Семен", "Семенов", Language.Russian)]
    [InlineData("Олена", "Ольга", Language.Ukrainian)]
    [InlineData("Микола", "Михайло", Language.Ukrainian)]
    public void Other_names_stay_others(string name, string other, Language language) =>
        Assert.NotEqual(Read(name, language).Term, Read(other, language).Term);

    [Theory]
    [InlineData("Якою лікарнею керує Микола Вендрик?", "Николай Вендрик руководит больницей в Киеве.")]
    [InlineData("How many bakeries does Alexey Torvenko have?", "Олексій Торвенко має 12 пекарень.")]
    [InlineData("Сколько пекарен у Алексея Торвенко?", "Oleksii Torvenko has 12 bakeries.")]
    public void A_question_in_one_language_meets_the_name_in_another(string question, string sentence) =>
        Assert.Contains(sentence, Some.Answer(question, Some.Document(sentence)).Statements.Select(statement => statement.Text));

    [Fact]
    public void Another_given_name_with_the_same_surname_is_somebody_else() =>
        Assert.Equal(AnswerStatus.NotInSources, Some.Answer("How many bakeries does Nikolai Torvenko have?", Some.Document("Олексій Торвенко має 12 пекарень.")).Status);
}
