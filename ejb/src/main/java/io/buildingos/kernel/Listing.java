package io.buildingos.kernel;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list of a feature, declared once: what it selects, by what it can be sorted and filtered. Pages by key, straight into
 * views, in one statement; names it doesn't know are refused.
 *
 * <p>Sort expressions must never be null, and an index on (tenant, expression, id) keeps page 10 000 as cheap as page 1.
 */
public final class Listing<V> {
    /** The filter whose words say how many rows there are, which no index in the order of the list does. */
    private static final String SEARCH = "q";

    private final String view;
    private final String from;
    private final String id;
    private final Map<String, Sort> sorts = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();

    private Listing(String view, String from, String id) {
        this.view = view;
        this.from = from;
        this.id = id;
    }

    /**
     * @param view the constructor expression, in HQL
     * @param from entity and alias, with joins
     * @param id the expression of the row's id
     */
    public static <V> Listing<V> of(String view, String from, String id) {
        return new Listing<>(view, from, id);
    }

    /** The first one declared is the default. */
    public Listing<V> sort(String name, String expression, Class<?> type) {
        sorts.put(name, new Sort(expression, type));
        return this;
    }

    /** @param type {@link NameKey} folds the text as names are folded, for searches in name keys
     * @param condition uses the parameter by the filter's name, as in {@code b.status = :status} */
    public Listing<V> filter(String name, Class<?> type, String condition) {
        filters.put(name, new Filter(type, value -> condition, true));
        return this;
    }

    /** @param condition of each value its own, without a parameter: for what no single column holds */
    public <E> Listing<V> filter(String name, Class<E> type, Function<E, String> condition) {
        filters.put(name, new Filter(type, value -> condition.apply(type.cast(value)), false));
        return this;
    }

    public Set<String> sortNames() {
        return sorts.keySet();
    }

    /** What each filter's text is read as. */
    public Map<String, Class<?>> filterTypes() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        filters.forEach((name, filter) -> types.put(name, filter.type()));
        return types;
    }

    public Page<V> page(EntityManager entityManager, ListRequest request, Condition... conditions) {
        Order order = order(request.sort());
        List<String> where = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        for (Condition condition : conditions) {
            where.add(condition.hql());
            parameters.putAll(condition.parameters());
        }
        applyFilters(request, where, parameters);
        if (TenantFilter.isOn(entityManager)) {
            where.add(0, id.substring(0, id.indexOf('.')) + ".tenantId = :listTenant");
            parameters.put("listTenant", TenantResolver.current());
        }
        if (request.cursor() != null) {
            Cursor cursor = Cursor.decode(request.cursor());
            if (!cursor.sort().equals(order.name())) {
                throw Refusal.of(ErrorCode.INVALID_CURSOR);
            }
            where.add("(%s, %s) %s (%s, :afterId)"
                    .formatted(order.sort().expression(), id, order.descending() ? "<" : ">", after(order.sort())));
            parameters.put("afterValue", cursorValue(order, cursor));
            parameters.put("afterId", cursor.id());
            if (!request.filters().containsKey(SEARCH)) {
                Planner.planForAnyValues(entityManager);
            }
        }
        List<Object[]> rows = TenantFilter.without(entityManager, TenantResolver.current(), () -> {
            var query = entityManager.createQuery(hql(order, where, request.limit() + 1), Object[].class);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
        return page(rows, order, request.limit());
    }

    @SuppressWarnings("unchecked")
    private Page<V> page(List<Object[]> rows, Order order, int limit) {
        List<V> items = new ArrayList<>(Math.min(rows.size(), limit));
        rows.stream().limit(limit).forEach(row -> items.add((V) row[0]));
        if (rows.size() <= limit) {
            return new Page<>(items, null);
        }
        Object[] last = rows.get(limit - 1);
        return new Page<>(items, new Cursor(order.name(), last[1].toString(), (UUID) last[2]).encoded());
    }

    /** The number of rows stands in the text: PostgreSQL keeps no plan for a number that it is told only later. */
    private String hql(Order order, List<String> where, int rows) {
        String direction = order.descending() ? " desc" : " asc";
        String expression = order.sort().expression();
        return "select " + view + ", " + expression + ", " + id + " from " + from
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by " + expression + direction + ", " + id + direction + " fetch first " + rows + " rows only";
    }

    /**
     * By a subselect, behind which PostgreSQL doesn't look when it plans: of what comes after a time and an id it reckons the
     * times alone, and where thousands of rows have the same it takes the rest for a handful, reads and sorts them all.
     */
    private static String after(Sort sort) {
        return sort.type() == UUID.class
                ? ":afterValue"
                : "(select cast(:afterValue as " + sort.type().getSimpleName() + "))";
    }

    private Order order(String requested) {
        String name = requested == null ? sorts.keySet().iterator().next() : requested;
        boolean descending = name.startsWith("-");
        Sort sort = sorts.get(descending ? name.substring(1) : name);
        if (sort == null) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, "This list can be sorted by %s.".formatted(sorts.keySet()));
        }
        return new Order(name, sort, descending);
    }

    private void applyFilters(ListRequest request, List<String> where, Map<String, Object> parameters) {
        request.filters().forEach((name, text) -> {
            Filter filter = filters.get(name);
            if (filter == null) {
                throw Refusal.of(
                        ErrorCode.UNKNOWN_PARAMETER, "This list can be filtered by %s.".formatted(filters.keySet()));
            }
            Object value = value(name, filter.type(), text);
            where.add(filter.condition().apply(value));
            if (filter.isParameter()) {
                parameters.put(name, value);
            }
        });
    }

    private static Object cursorValue(Order order, Cursor cursor) {
        try {
            return value("cursor", order.sort().type(), cursor.value());
        } catch (Refusal notOfThisType) {
            throw Refusal.of(ErrorCode.INVALID_CURSOR);
        }
    }

    private static Object value(String name, Class<?> type, String text) {
        try {
            Object value = parse(type, text);
            if (isStorable(value)) {
                return value;
            }
            throw Refusal.malformed(name, "is out of range");
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            throw Refusal.malformed(name, "must be a " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isStorable(Object value) {
        if (value instanceof String text) {
            return StorableValues.isText(text);
        }
        if (value instanceof Instant instant) {
            return StorableValues.isInstant(instant);
        }
        if (value instanceof LocalDate date) {
            return StorableValues.isDate(date);
        }
        if (value instanceof YearMonth month) {
            return StorableValues.isMonth(month);
        }
        return !(value instanceof BigDecimal number) || StorableValues.isDecimal(number);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object parse(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == NameKey.class) {
            return NameKey.of(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == YearMonth.class) {
            return YearMonth.parse(text);
        }
        if (type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == Boolean.class) {
            if (text.equals("true") || text.equals("false")) {
                return Boolean.valueOf(text);
            }
            throw new IllegalArgumentException(text);
        }
        if (type.isEnum()) {
            return Enum.valueOf((Class) type, text);
        }
        throw new IllegalStateException("no way to read a " + type + " from a query");
    }

    /** What the service itself adds to a list's conditions: reach, parent. */
    public record Condition(String hql, Map<String, Object> parameters) {
        public static Condition of(String hql, Map<String, Object> parameters) {
            return new Condition(hql, parameters);
        }

        /** Rows of the buildings and units a caller's permission reaches. */
        public static Condition within(Reach reach, String building, String unit) {
            if (reach.all()) {
                return new Condition("1 = 1", Map.of());
            }
            return new Condition(
                    "(%s in :reachBuildings or %s in :reachUnits)".formatted(building, unit),
                    Map.of("reachBuildings", reach.buildings(), "reachUnits", reach.units()));
        }
    }

    private record Sort(String expression, Class<?> type) {}

    private record Filter(Class<?> type, Function<Object, String> condition, boolean isParameter) {}

    private record Order(String name, Sort sort, boolean descending) {}
}
