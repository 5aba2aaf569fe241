<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Group\GroupSearch;
use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\Markdown;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IL10N;

/**
 * The pages of the public showcase, without scripts; templates/light.php prints them. They are the same for everyone, logged in or not: what a visitor
 * may see (Viewer::visitor()).
 */
class ShowcasePages {
	public function __construct(
		private readonly ShowcasePeople $people,
		private readonly PublicData $data,
		private readonly GroupSearch $groupSearch,
		private readonly PublicMeetings $meetings,
		private readonly ShowcaseNotices $notices,
		private readonly ShowcaseStories $stories,
		private readonly ShowcaseLists $lists,
		private readonly Charters $charters,
		private readonly Network $network,
		private readonly Vocabulary $vocabulary,
		private readonly IL10N $l,
	) {
	}

	/** @return array<string, mixed> what templates/light.php expects */
	public function network(ShowcaseLinks $links): array {
		$name = $this->network->name();
		return $this->page($links, '', $name, [
			'paragraphs' => [$this->network->welcome() === '' ? '' : Markdown::unmarked($this->network->welcome())],
			'sections' => array_values(array_filter([
				$this->people->latest($links),
				$this->people->places($links),
				$this->section($this->l->t('Groups'), $this->groupLines($links, $this->groupSearch->showcase('')['groups'])),
				$this->notices->latest($links),
				$this->stories->latest($links),
			])),
			'links' => array_values(array_filter([
				($this->charters->current()['text'] ?? '') === '' ? null : ['before' => '', 'href' => $links->to('charter'), 'text' => $this->l->t('The charter of the network')],
				!$this->network->takesSubscriptions() ? null : $this->out($links, '', 'subscribe', $this->l->t('Subscribe to the letter')),
				$this->out($links, $this->l->t('Would you like to join?'), 'public/write/network', $this->l->t('Write to the facilitators of the network')),
				$this->out($links, $this->l->t('Are you a member?'), '', $this->l->t('Open the network')),
			])),
		]);
	}

	/**
	 * @return array<string, mixed>
	 * @throws ReasonException not_found: the network has no charter
	 */
	public function charter(ShowcaseLinks $links): array {
		$charter = $this->charters->current();
		if (($charter['text'] ?? '') === '') {
			throw ReasonException::notFound();
		}
		return $this->page($links, '', $this->l->t('The charter of the network'), [
			'paragraphs' => preg_split('/\n{2,}/', Markdown::unmarked($charter['text'])) ?: [],
		]);
	}

	/** @return array<string, mixed> */
	public function people(ShowcaseLinks $links, mixed $words, mixed $facets, string $cursor): array {
		return $this->people->list($links, $words, $facets, $cursor) + ['alternates' => [
			['type' => 'application/geo+json', 'href' => $links->app . 'public/data/people.geojson'],
			['type' => 'application/ld+json', 'href' => $links->app . 'public/data/people.jsonld'],
			['type' => 'application/json', 'href' => $links->app . 'public/data/people.json'],
		]] + $this->peopleHead($links);
	}

	/** @return array<string, mixed> the page without any person: a preview needs no search */
	public function peopleHead(ShowcaseLinks $links): array {
		return $this->page($links, 'people', $this->l->t('People and organisations'), []);
	}

	/**
	 * @return array<string, mixed>
	 * @throws ReasonException not_found
	 */
	public function person(ShowcaseLinks $links, int $id): array {
		$card = $this->people->card($id);
		return $this->page($links, 'people', $card['title'], [
			'card' => $card,
			'data' => $this->data->inPage($id),
			'sections' => array_filter([$this->notices->ofPerson($links, $id)]),
			'links' => [$this->out($links, $this->l->t('Are you a member?'), "members/$id", $this->l->t('Open this card in the network'))],
		]);
	}

	/** @return array<string, mixed> */
	public function groups(ShowcaseLinks $links, string $cursor): array {
		try {
			$found = $this->groupSearch->showcase($cursor);
			$note = '';
		} catch (ReasonException $e) {
			[$found, $note] = [['groups' => [], 'next' => null], $this->lists->refused($e)];
		}
		return $this->page($links, 'groups', $this->l->t('Groups'), [
			'note' => $note,
			'sections' => array_filter([$this->section('', $this->groupLines($links, $found['groups']))]),
			'paragraphs' => [$found['groups'] !== [] || $found['next'] !== null || $note !== '' ? '' : $this->l->t('No group is shown here yet.')],
			'next' => $found['next'] === null ? '' : $links->to('groups', ['cursor' => $found['next']]),
			'alternates' => [['type' => 'text/calendar', 'href' => $links->app . 'public/data/meetings.ics']],
		]);
	}

	/**
	 * @return array<string, mixed>
	 * @throws ReasonException not_found
	 */
	public function group(ShowcaseLinks $links, int $id): array {
		$group = $this->groupSearch->showcased($id);
		$labels = $this->vocabulary->labelsById($this->l->getLanguageCode());
		$meetings = $this->meetings->lines($id);
		$count = $group['people'] === null ? '' : $this->l->n('%n person', '%n people', $group['people']);
		return $this->page($links, 'groups', $group['title'], [
			'paragraphs' => [
				Markdown::unmarked($group['purpose']),
				implode(' · ', array_filter([implode(', ', $group['places']), ...array_map(static fn (string $term): string => $labels[$term] ?? $term, $group['terms']), $count])),
			],
			'quotes' => $group['seeks'] === '' ? [] : [['title' => $this->l->t('What the group looks for'), 'text' => $group['seeks']]],
			'sections' => array_values(array_filter([$this->section($this->l->t('Next meetings'), $meetings), $this->notices->ofGroup($links, $id)])),
			'links' => [
				...$meetings === [] ? [] : [$this->out($links, '', "public/groups/$id/meetings.ics", $this->l->t('Add to my calendar'))],
				$this->out($links, $this->l->t('Would you like to take part?'), "public/write/group/$id", $this->l->t('Write to the group')),
				$this->out($links, $this->l->t('Are you a member?'), "groups/$id", $this->l->t('Open this group in the network, and ask to join')),
			],
			'alternates' => [['type' => 'text/calendar', 'href' => $links->app . "public/groups/$id/meetings.ics"]],
		]);
	}

	/** @return array<string, mixed> */
	public function notices(ShowcaseLinks $links, mixed $words, mixed $facets, string $cursor): array {
		return $this->page($links, 'notices', $this->l->t('Notices'), $this->notices->list($links, $words, $facets, $cursor) + ['alternates' => [
			['type' => 'application/atom+xml', 'href' => $links->app . 'public/data/notices.atom'],
			['type' => 'application/ld+json', 'href' => $links->app . 'public/data/notices.jsonld'],
		]]);
	}

	/** @return array<string, mixed> the page without any notice: a preview needs no search */
	public function noticesHead(ShowcaseLinks $links): array {
		return $this->page($links, 'notices', $this->l->t('Notices'), []);
	}

	/**
	 * @return array<string, mixed>
	 * @throws ReasonException not_found
	 */
	public function notice(ShowcaseLinks $links, int $id): array {
		$notice = $this->notices->one($links, $id);
		return $this->page($links, 'notices', $notice['title'], $notice + [
			'data' => $this->data->noticeInPage($id),
			'links' => [
				$this->out($links, $this->l->t('Does this concern you?'), "public/write/notice/$id", $this->l->t('Answer without an account')),
				$this->out($links, $this->l->t('Are you a member?'), "notices/$id", $this->l->t('Open this notice in the network, and answer it')),
			],
		]);
	}

	/** @return array<string, mixed> */
	public function stories(ShowcaseLinks $links, mixed $words, mixed $facets, string $cursor): array {
		return $this->page($links, 'stories', $this->l->t('Stories'), $this->stories->list($links, $words, $facets, $cursor) + [
			'alternates' => [['type' => 'application/atom+xml', 'href' => $links->app . 'public/data/stories.atom']],
		]);
	}

	/**
	 * @return array<string, mixed>
	 * @throws ReasonException not_found
	 */
	public function story(ShowcaseLinks $links, int $fileId): array {
		$story = $this->stories->one($links, $fileId);
		return $this->page($links, 'stories', $story['title'], $story + [
			'links' => [$this->out($links, $this->l->t('Are you a member?'), "library/sheet/$fileId", $this->l->t('Open this story in the network'))],
		]);
	}

	/** @return array<string, mixed> always the same page if nothing is shown: it does not exist, is not public, or the showcase is closed */
	public function gone(): array {
		return ['title' => $this->l->t('Nothing is shown here'), 'network' => '', 'indexed' => false, 'note' => '', 'card' => null, 'answers' => [], 'question' => '', 'paragraphs' => [
			$this->l->t('This page does not exist, or what it showed is no longer public.'),
		]];
	}

	/**
	 * @param array<string, mixed> $content
	 * @return array<string, mixed>
	 */
	private function page(ShowcaseLinks $links, string $current, string $title, array $content): array {
		return $content + [
			'title' => $title,
			'network' => $this->network->name(),
			'indexed' => $this->network->showcaseIndexed(),
			'nav' => array_map(static fn (string $page, string $text): array => ['text' => $text, 'href' => $links->to($page), 'current' => $page === $current], ['', 'people', 'groups', 'notices', 'stories'], [
				$this->l->t('The network'), $this->l->t('People and organisations'), $this->l->t('Groups'), $this->l->t('Notices'), $this->l->t('Stories'),
			]),
			'note' => '',
			'paragraphs' => [],
			'card' => null,
			'above' => '',
			'kept' => '',
			'answers' => [],
			'question' => '',
		];
	}

	/**
	 * @param list<array<string, string>> $lines
	 * @return ?array<string, mixed> null without lines
	 */
	private function section(string $title, array $lines): ?array {
		return $lines === [] ? null : ['title' => $title, 'lines' => $lines];
	}

	/**
	 * @param list<array<string, mixed>> $groups
	 * @return list<array<string, string>>
	 */
	private function groupLines(ShowcaseLinks $links, array $groups): array {
		return array_map(static fn (array $group): array => [
			'text' => $group['title'],
			'href' => $links->to("groups/{$group['id']}"),
			'about' => FixedSpaces::in(Excerpt::of(Markdown::unmarked($group['purpose']), ShowcaseLists::EXCERPT)),
		], $groups);
	}

	/** @return array{before: string, href: string, text: string, out: bool} a link that leaves the showcase, and so its frame */
	private function out(ShowcaseLinks $links, string $before, string $path, string $text): array {
		return ['before' => $before, 'href' => $links->app . $path, 'text' => $text, 'out' => $links->embedded];
	}
}
