<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\SavedSearch;

use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;

/**
 * A person's saved searches, which only that person sees. The query is stored, never its results, and a criterion that has since disappeared is kept with
 * the others.
 */
class SavedSearches {
	/** Per person. */
	private const MOST = 50;
	private const LONGEST_NAME = 80;

	public function __construct(
		private readonly SavedSearchMapper $searches,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return list<array<string, mixed>> SavedSearchSchema of src/member/model.ts, latest first */
	public function of(string $uid, ?int $limit = null): array {
		return array_map(self::present(...), $this->searches->findOf($uid, $limit));
	}

	/**
	 * @return array<string, mixed> SavedSearchSchema
	 * @throws ReasonException search_nameless · nothing_to_keep · already_kept with the `current` one · too_many_searches · those
	 *         of Fields::text()
	 */
	public function add(string $uid, mixed $name, Criteria $criteria): array {
		$search = new SavedSearch();
		$search->setUid($uid);
		$search->setName(self::name($name));
		[$asked, $hash] = self::canonical($criteria);
		$search->setCriteria($asked);
		$search->setHash($hash);
		$search->setCreatedAt($this->clock->getTime());
		$this->requireNew($uid, $hash);
		if (count($this->searches->findOf($uid)) >= self::MOST) {
			throw new ReasonException('too_many_searches', Http::STATUS_UNPROCESSABLE_ENTITY, ['max' => self::MOST]);
		}
		try {
			return self::present($this->searches->insert($search));
		} catch (Exception $e) {
			if ($e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				$this->requireNew($uid, $hash);
			}
			throw $e;
		}
	}

	/**
	 * @return array<string, mixed> SavedSearchSchema
	 * @throws ReasonException not_found · search_nameless · those of Fields::text()
	 */
	public function rename(string $uid, int $id, mixed $name): array {
		$search = $this->own($uid, $id);
		$search->setName(self::name($name));
		return self::present($this->searches->update($search));
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function remove(string $uid, int $id): void {
		$this->searches->delete($this->own($uid, $id));
	}

	/**
	 * @throws ReasonException not_found
	 */
	private function own(string $uid, int $id): SavedSearch {
		return $this->searches->findOwn($uid, $id) ?? throw ReasonException::notFound();
	}

	/**
	 * @throws ReasonException already_kept
	 */
	private function requireNew(string $uid, string $hash): void {
		$same = $this->searches->findByHash($uid, $hash);
		if ($same !== null) {
			throw new ReasonException('already_kept', Http::STATUS_CONFLICT, ['current' => self::present($same)]);
		}
	}

	/**
	 * @throws ReasonException search_nameless · those of Fields::text()
	 */
	private static function name(mixed $name): string {
		$name = trim(Fields::text($name, 'name', self::LONGEST_NAME));
		return $name === '' ? throw new ReasonException('search_nameless', details: ['field' => 'name']) : $name;
	}

	/**
	 * @return array{string, string} the stored criteria, and a key that is equal for equivalent criteria
	 * @throws ReasonException nothing_to_keep
	 */
	private static function canonical(Criteria $criteria): array {
		$words = trim(preg_replace('/\s+/u', ' ', $criteria->words) ?? '');
		$facets = $criteria->facets;
		ksort($facets);
		foreach ($facets as &$terms) {
			sort($terms, SORT_STRING);
		}
		if ($words === '' && $facets === []) {
			throw new ReasonException('nothing_to_keep', details: ['field' => 'q']);
		}
		$json = static fn (string $q): string => json_encode(['q' => $q, 'facet' => (object)$facets], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
		// Symbols alone fold to nothing, but were still requested.
		$folded = Fold::text($words);
		return [$json($words), md5($json($folded === '' ? $words : $folded))];
	}

	/** @return array<string, mixed> */
	private static function present(SavedSearch $search): array {
		['q' => $q, 'facet' => $facet] = json_decode($search->getCriteria(), true, 8, JSON_THROW_ON_ERROR);
		return [
			'id' => (int)$search->getId(),
			'name' => $search->getName(),
			'q' => $q,
			'facet' => (object)$facet,
			'kept' => gmdate(DATE_ATOM, $search->getCreatedAt()),
		];
	}
}
