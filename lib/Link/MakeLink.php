<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Relations;
use OCP\AppFramework\Http;
use OCP\EventDispatcher\IEventDispatcher;

/** Links two things that a person may see. */
class MakeLink {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly LinkStore $store,
		private readonly LinkAccess $access,
		private readonly Relations $relations,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input NewLinkSchema of src/link/model.ts, raw input
	 * @return Link an existing equal link is returned
	 * @throws ReasonException those of LinkRules · no_card · card_hidden · unknown_thing · unknown_relation · wrong_relation · too_many
	 */
	public function make(Viewer $viewer, array $input): Link {
		['a' => $a, 'b' => $b, 'relation' => $relation] = LinkRules::check($input);
		$this->access->requireLinking($viewer);
		$from = $this->access->requireKnown($viewer, $a, 'a')->ends();
		$to = $this->access->requireKnown($viewer, $b, 'b')->ends();
		if (!in_array($relation, $this->relations->offered(), true)) {
			throw new ReasonException('unknown_relation', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'relation']);
		}
		$mutual = $this->relations->isMutual($relation);
		if (!$this->relations->connects($relation, $from, $to) && !($mutual && $this->relations->connects($relation, $to, $from))) {
			throw new ReasonException('wrong_relation', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'relation']);
		}
		return $this->store->find($a, $b, $relation) ?? $this->add($viewer, $a, $b, $relation);
	}

	private function add(Viewer $viewer, Ref $a, Ref $b, string $relation): Link {
		foreach (['a' => $a, 'b' => $b] as $field => $end) {
			// Only their own: a count of everybody's would reveal links they may not see, and let one person use up another's limit.
			if ($this->links->countOf($end, (string)$viewer->uid) >= LinkRules::LIMITS['links']) {
				throw new ReasonException('too_many', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => $field, 'max' => LinkRules::LIMITS['links']]);
			}
		}
		[$link, $made] = $this->store->add($a, $b, $relation, $viewer->uid);
		if ($made) {
			$this->events->dispatchTyped(new LinkMade([$link->a(), $link->b()], (int)$link->getId(), $viewer->uid));
		}
		return $link;
	}
}
