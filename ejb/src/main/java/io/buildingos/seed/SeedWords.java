package io.buildingos.seed;

import java.util.List;
import java.util.SplittableRandom;

/** Names of streets and people, none of them anybody's. */
final class SeedWords {
    private static final List<String> STREETS_IN_BUENOS_AIRES = List.of(
            "Avenida Corrientes",
            "Calle Florida",
            "Avenida Santa Fe",
            "Calle Defensa",
            "Avenida Callao",
            "Calle Thames",
            "Avenida Cabildo",
            "Calle Juramento");
    private static final List<String> STREETS_IN_MADRID = List.of(
            "Calle Mayor",
            "Calle de Alcalá",
            "Paseo del Prado",
            "Calle de Atocha",
            "Calle Serrano",
            "Gran Vía",
            "Calle de Toledo",
            "Calle Velázquez");
    private static final List<String> FIRST_NAMES = List.of(
            "Ana", "Bruno", "Carla", "Diego", "Elena", "Facundo", "Gloria", "Hugo", "Inés", "Javier", "Karina", "Luis",
            "Marta", "Nicolás", "Olga", "Pablo", "Rocío", "Sergio", "Teresa", "Uriel", "Valeria", "Wanda", "Ximena",
            "Zoe");
    private static final List<String> LAST_NAMES = List.of(
            "Acosta",
            "Benítez",
            "Castro",
            "Domínguez",
            "Escobar",
            "Ferreyra",
            "Gómez",
            "Herrera",
            "Ibáñez",
            "Juárez",
            "Luna",
            "Medina",
            "Navarro",
            "Ojeda",
            "Peralta",
            "Quiroga",
            "Ríos",
            "Suárez",
            "Toledo",
            "Vega");

    private SeedWords() {}

    /** Unique with the number that follows it: streets repeat, numbers grow. */
    static String street(int tenant, int building) {
        List<String> streets = tenant % 2 == 0 ? STREETS_IN_BUENOS_AIRES : STREETS_IN_MADRID;
        return streets.get(building % streets.size());
    }

    static String person(SplittableRandom random) {
        return FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size())) + " "
                + LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
    }
}
