<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Directory\MemberFacets;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;

/** The directory as templates/directory.php prints it: MemberSearch's data, in words, with a link for each next step. */
class FirstDirectory {
	/** Printed choices per criterion; the scripts offer the others. */
	public const MOST = 40;

	public function __construct(
		private readonly FirstTile $tiles,
		private readonly DirectoryWords $words,
		private readonly MemberFacets $facets,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array{q: string, facet: object, sort: ?string} $query the query in the address
	 * @param ?array<string, mixed> $directory DirectorySchema of src/member/model.ts, null if the query is invalid
	 * @param bool $asList whether the compact list is requested
	 * @param bool $fromHead whether it is the first page
	 * @param string $base the app's base path
	 * @return array<string, mixed> what templates/directory.php expects
	 */
	public function view(Viewer $viewer, array $query, ?array $directory, bool $asList, bool $fromHead, string $base): array {
		$chosen = (array)$query['facet'];
		$address = static fn (string $q, array $facet, array $more = []): string => "$base/members" . (($asked = http_build_query(array_filter(
			['q' => $q, 'facet' => $facet, 'sort' => $query['sort'], 'view' => $asList ? 'list' : '', ...$more],
		))) === '' ? '' : "?$asked");
		$facets = $this->facetsOf($viewer, $chosen, $directory['facets'] ?? null);
		$chips = [];
		foreach ($facets as ['name' => $facet, 'choices' => $choices]) {
			foreach ($choices as $choice) {
				if ($choice['chosen']) {
					$without = array_values(array_diff($chosen[$facet], [$choice['id']]));
					$chips[] = [
						'text' => $choice['label'],
						'label' => CardWords::fill($this->l->t('Remove {name}'), ['name' => $choice['label']]),
						'href' => $address($query['q'], array_filter([$facet => $without] + $chosen)),
					];
				}
			}
		}
		$usual = $query['q'] === '' ? 'name' : 'relevance';
		$sorts = $query['q'] === '' ? ['name', 'recent'] : ['relevance', 'name', 'recent'];
		return [
			'title' => $this->l->t('Members'),
			'action' => $viewer->memberId !== null
				? ['text' => $this->l->t('Complete my card'), 'href' => "$base/me", 'class' => 'members__complete']
				: ['text' => $this->l->t('Create my card'), 'href' => "$base/", 'class' => ''],
			'address' => "$base/members",
			'q' => $query['q'],
			'facets' => $facets,
			'chosen' => count($chips),
			'chips' => $chips,
			'criteria' => $this->words->criteria(count($chips)),
			'wordless' => $address('', $chosen),
			'print' => ($directory['total'] ?? 0) === 0 ? '' : str_replace("$base/members", "$base/members/print", $address($query['q'], $chosen)),
			'reset' => $address('', []),
			'sorts' => array_map(fn (string $sort): array => [
				'id' => $sort,
				'text' => $this->words->sort($sort),
				'chosen' => $sort === ($query['sort'] ?? $usual),
			], $sorts),
			'asList' => $asList,
			'failed' => $directory === null,
			'total' => $directory === null ? '' : $this->words->people($directory['total'], $directory['more']),
			'how' => $this->words->how($directory ?? []),
			'wider' => array_map(fn (array $wider): array => [
				'text' => $this->words->wider($wider, $query['q']),
				'href' => match ($wider['without']) {
					'word' => $address($wider['q'], $chosen),
					'q' => $address('', $chosen),
					default => $address($query['q'], array_diff_key($chosen, [$wider['without'] => 0])),
				},
			], $directory['wider'] ?? []),
			'nobody' => $this->words->nobody($query['q'] !== '' || $chosen !== [], isset($directory['everyday'])),
			'narrowed' => $query['q'] !== '' || $chosen !== [],
			'tiles' => array_map(fn (array $member): array => $this->tiles->view($member, $base), $directory['members'] ?? []),
			'alike' => array_map(fn (array $member): array => $this->tiles->view($member, $base), $directory['alike'] ?? []),
			'head' => $fromHead ? '' : $address($query['q'], $chosen),
			'next' => ($directory['next'] ?? null) === null ? '' : $address($query['q'], $chosen, ['cursor' => $directory['next']]),
		];
	}

	/**
	 * @param array<string, list<string>> $chosen
	 * @param ?array<string, list<array{id: string, label: string, count: int}>> $counted null without counts
	 * @return list<array{name: string, title: string, chosen: int, none: string, choices: list<array{id: string, label: string, count: ?int, chosen: bool}>}>
	 */
	private function facetsOf(Viewer $viewer, array $chosen, ?array $counted): array {
		$facets = [];
		foreach (MemberFacets::ALL as $facet) {
			$its = $chosen[$facet] ?? [];
			$choices = $counted[$facet] ?? $this->facets->uncounted($viewer, $facet, $its);
			$facets[] = [
				'name' => $facet,
				'title' => $this->words->facetTitle($facet, count($its)),
				'chosen' => count($its),
				'none' => $this->words->noChoice($facet),
				'choices' => array_map(static fn (array $choice): array => [
					'id' => $choice['id'],
					'label' => $choice['label'],
					'count' => $counted === null ? null : $choice['count'],
					'chosen' => in_array($choice['id'], $its, true),
				], array_slice($choices, 0, max(self::MOST, count($its)))),
			];
		}
		return $facets;
	}
}
