<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/**
 * What a link and a search for things to link may contain. The limits are those of src/link/model.ts: both sides are held to
 * tests/fixtures/rules/link-limits.json.
 */
final class LinkRules {
	/** Characters of a search; neighbours of a kind shown first, and at most; things to choose from; links per person and thing. */
	public const LIMITS = ['q' => 500, 'first' => 3, 'all' => 1000, 'choices' => 20, 'links' => 500];

	/** A number that every database and PHP can store. */
	private const ID = '/^\d{1,18}\z/';

	/**
	 * @param array<array-key, mixed> $input raw input
	 * @return array{a: Ref, b: Ref, relation: string}
	 * @throws ReasonException wrong_type · unknown_thing · same_thing
	 */
	public static function check(array $input): array {
		$a = self::ref($input['a'] ?? null, 'a');
		$b = self::ref($input['b'] ?? null, 'b');
		$relation = Input::string($input['relation'] ?? null, 'relation');
		return !$a->is($b) ? ['a' => $a, 'b' => $b, 'relation' => $relation] : throw new ReasonException('same_thing', details: ['field' => 'b']);
	}

	/**
	 * @param mixed $q raw input
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public static function words(mixed $q): string {
		return trim(Fields::text($q, 'q', self::LIMITS['q']));
	}

	/**
	 * @param mixed $kind raw input, empty: all of them
	 * @throws ReasonException unknown_kind
	 */
	public static function kind(mixed $kind): ?NeighbourKind {
		if ($kind === null || $kind === '') {
			return null;
		}
		return (is_string($kind) ? NeighbourKind::tryFrom($kind) : null) ?? throw new ReasonException('unknown_kind', details: ['field' => 'kind']);
	}

	/**
	 * @param mixed $limit raw input, absent: all of one kind, the first of several
	 * @return int neighbours of a kind, at most
	 * @throws ReasonException bad_limit
	 */
	public static function limit(mixed $limit, ?NeighbourKind $kind): int {
		$most = $limit === null ? self::LIMITS[$kind === null ? 'first' : 'all'] : Input::number($limit);
		return $most !== null && $most >= 1 && $most <= self::LIMITS['all'] ? $most : throw new ReasonException('bad_limit', details: ['max' => self::LIMITS['all']]);
	}

	/**
	 * @param mixed $beside raw input, absent: everything around the thing
	 * @return bool beside its own page
	 * @throws ReasonException wrong_type
	 */
	public static function beside(mixed $beside): bool {
		return match ($beside) {
			null, '' => false,
			'page' => true,
			default => throw new ReasonException('wrong_type', details: ['field' => 'beside']),
		};
	}

	/**
	 * @param mixed $type raw input, empty: all of them
	 * @throws ReasonException unknown_type
	 */
	public static function type(mixed $type): ?ThingType {
		if ($type === null || $type === '') {
			return null;
		}
		return (is_string($type) ? ThingType::tryFrom($type) : null) ?? throw new ReasonException('unknown_type', details: ['field' => 'type']);
	}

	/**
	 * A thing as named in an address.
	 *
	 * @throws ReasonException not_found
	 */
	public static function at(string $type, string $id): Ref {
		$found = ThingType::tryFrom($type);
		return $found !== null && preg_match(self::ID, $id) === 1 ? new Ref($found, (int)$id) : throw ReasonException::notFound();
	}

	/**
	 * @throws ReasonException wrong_type · unknown_thing
	 */
	private static function ref(mixed $input, string $field): Ref {
		$ref = Fields::map($input, $field);
		$type = ThingType::tryFrom(Input::string($ref['type'] ?? null, "$field.type"));
		$id = Input::string($ref['id'] ?? null, "$field.id");
		return $type !== null && preg_match(self::ID, $id) === 1 ? new Ref($type, (int)$id) : throw LinkAccess::unknown($field);
	}
}
