<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\BulkTo;
use OCA\Reseau\Message\Conversation as Talk;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Message\DeliverBulk;
use OCA\Reseau\Message\MessageLimits;
use OCA\Reseau\Message\MessageRules;
use OCA\Reseau\Message\Sender;
use OCA\Reseau\Message\Topic;
use OCA\Reseau\Message\TwoPeople;
use OCA\Reseau\Message\WriteInBulk;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Deadlock;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** People in a group write to all its people, others to its facilitators. Each recipient has a separate conversation with the writer. */
class WriteToGroup {
	/** People one message goes to. All of it is written together, so larger groups would make others wait. */
	public const MOST = 500;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly Groups $groups,
		private readonly GroupLock $lock,
		private readonly GroupLimits $limits,
		private readonly MessageLimits $messageLimits,
		private readonly People $people,
		private readonly Conversations $conversations,
		private readonly WriteInBulk $bulk,
		private readonly DeliverBulk $delivery,
	) {
	}

	/**
	 * The recipients of a message by the viewer, and whether the viewer may write.
	 *
	 * @return array<string, mixed> GroupWritingSchema of src/group/writing/model.ts
	 * @throws ReasonException not_found
	 */
	public function writing(Viewer $viewer, int $groupId): array {
		$readers = $this->readers($viewer, $this->groups->one($groupId));
		return ['to' => $readers->to->value, 'people' => count($readers->people), 'kept' => $readers->kept, 'obstacle' => $readers->obstacle];
	}

	/**
	 * @param array<array-key, mixed> $input NewGroupMessageSchema, raw input
	 * @return array<string, mixed> SentToGroupSchema
	 * @throws ReasonException not_found · group_changed · those of readers(), MessageRules, GroupLimits and MessageLimits · links_too_early
	 */
	public function write(Viewer $viewer, int $groupId, array $input): array {
		$group = $this->groups->one($groupId);
		$text = MessageRules::text($input['text'] ?? null);
		$key = hash('sha256', RequestKey::hash($input['key'] ?? null, (string)$viewer->uid) . " group $groupId");
		$sent = $this->bulk->sent($key);
		if ($sent !== null) {
			return $sent;
		}
		$to = is_string($input['to'] ?? null) ? BulkTo::tryFrom($input['to']) : null;
		$seen = $this->checked($viewer, $group, $to, $text);
		$this->limits->countMessage($groupId, $group->isFacilitatedBy($viewer->uid));
		$this->messageLimits->countConversation(new Sender($viewer, null));
		Deadlock::again(fn () => $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $groupId, $seen, $text, $key): void {
			// Of two equal requests the second returns what the first has written.
			if ($this->bulk->sent($key) === null) {
				$readers = $this->checked($viewer, $group, $seen->to, $text);
				// A person who joined just now would not be locked, and does not get it.
				$ids = array_values(array_intersect($readers->ids(), $seen->ids()));
				$this->bulk->write($viewer, array_map(static fn (int $id): Topic => Topic::of(Talk::GROUP, $groupId, $id), $ids), $text, $key, $readers->to);
			}
		}, $viewer->memberId, ...$seen->ids()), $this->db);
		$this->delivery->begin($key);
		return $this->bulk->sent($key) ?? throw self::refusal('group_changed');
	}

	/**
	 * @param ?BulkTo $to the recipients that the writer was shown
	 * @throws ReasonException
	 */
	private function checked(Viewer $viewer, GroupPeople $group, ?BulkTo $to, string $text): GroupReaders {
		$readers = $this->readers($viewer, $group);
		if ($readers->to !== $to) {
			throw self::refusal('group_changed');
		}
		if ($readers->obstacle !== null) {
			throw self::refusal($readers->obstacle);
		}
		if (!self::maySendLinks($viewer, $group) && PlainText::hasAddress($text)) {
			throw self::refusal('links_too_early', ['field' => 'text']);
		}
		return $readers;
	}

	/** People who were admitted by others may send links; in a group that everyone can join, only its facilitators. */
	private static function maySendLinks(Viewer $viewer, GroupPeople $group): bool {
		return $group->isIn($viewer) && (GroupAccess::preset($group->group) !== TeamPreset::Open || $group->isFacilitatedBy($viewer->uid));
	}

	/** As the group and the cards are now. No one is named, so that no one learns why a person is left out. */
	private function readers(Viewer $viewer, GroupPeople $group): GroupReaders {
		$own = $viewer->memberId === null ? null : $this->people->byId($viewer->memberId);
		$in = $group->isIn($viewer);
		$shown = $this->shown($in ? $group->inside() : $group->facilitators(), $group, $viewer);
		$kept = array_filter($shown, static fn (Member $member): bool => Visibility::keeps($viewer, $member));
		$people = $this->withoutStopped((int)$viewer->memberId, (int)$group->group->getId(), array_diff_key($shown, $kept));
		return new GroupReaders($in ? BulkTo::People : BulkTo::Facilitators, $people, count($kept), match (true) {
			$own === null => 'no_card',
			!$own->isShown() => 'card_hidden',
			count($people) > self::MOST => 'group_too_large',
			$people !== [] => null,
			!$in => 'nobody_facilitates',
			default => $kept === [] ? 'nobody_else' : 'only_kept',
		});
	}

	/**
	 * @param array<Membership> $memberships
	 * @return array<int, Member> people whose cards are shown, without the viewer, by id, ordered by name
	 */
	private function shown(array $memberships, GroupPeople $group, Viewer $viewer): array {
		$shown = [];
		foreach ($memberships as $membership) {
			$member = $group->member($membership->getMemberId());
			if ($member !== null && $member->isShown() && $member->ownerId() !== $viewer->memberId) {
				$shown[$member->ownerId()] = $member;
			}
		}
		uasort($shown, static fn (Member $a, Member $b): int => [$a->getSortName(), $a->ownerId()] <=> [$b->getSortName(), $b->ownerId()]);
		return $shown;
	}

	/**
	 * @param array<int, Member> $members
	 * @return list<Member> without people with whom the facilitators of the network stopped a conversation
	 */
	private function withoutStopped(int $memberId, int $groupId, array $members): array {
		$between = $this->conversations->withEach($memberId, array_keys($members));
		return array_values(array_filter($members, static function (Member $member) use ($groupId, $between): bool {
			$topic = Topic::of(Talk::GROUP, $groupId, $member->ownerId());
			return array_filter($between[$member->ownerId()] ?? [], static fn (TwoPeople $people): bool => $topic->isStoppedBy($people->conversation)) === [];
		}));
	}

	/** @param array<string, string> $details */
	private static function refusal(string $reason, array $details = []): ReasonException {
		return new ReasonException($reason, Http::STATUS_UNPROCESSABLE_ENTITY, $details);
	}
}
