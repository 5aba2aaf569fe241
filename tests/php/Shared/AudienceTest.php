<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Relation;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The rule itself, case by case. */
class AudienceTest extends TestCase {
	public static function levels(): iterable {
		yield [Relation::Visitor, ['public']];
		yield [Relation::Member, ['members', 'public']];
		yield [Relation::Mate, ['groups', 'members', 'public']];
		yield [Relation::Keeper, ['me', 'groups', 'members', 'public']];
	}

	#[DataProvider('levels')]
	public function testWhatEachRelationSees(Relation $relation, array $seen): void {
		$shown = array_filter(Audience::cases(), $relation->sees(...));
		self::assertSame($seen, array_values(array_column($shown, 'value')));
	}

	public static function relations(): iterable {
		$own = self::member('alice', null, Status::Published);
		$kept = self::member(null, 'alice', Status::Published);
		$unkept = self::member(null, null, Status::Published);
		yield 'the person' => [$own, new Viewer('alice'), Relation::Keeper];
		yield 'the person, of a hidden card' => [self::member('alice', null, Status::Paused), new Viewer('alice'), Relation::Keeper];
		yield 'the steward' => [$kept, new Viewer('alice'), Relation::Keeper];
		yield 'a former steward, once there is an account' => [self::member('zoe', 'alice', Status::Published), new Viewer('alice'), Relation::Member];
		yield 'a facilitator, of a kept card' => [$kept, new Viewer('fanny', facilitator: true), Relation::Member];
		yield 'a facilitator, of a card nobody keeps' => [$unkept, new Viewer('fanny', facilitator: true), Relation::Keeper];
		yield 'a member, of a card nobody keeps' => [$unkept, new Viewer('bob'), Relation::Member];
		yield 'a facilitator, of an account’s card' => [$own, new Viewer('fanny', facilitator: true), Relation::Member];
		yield 'a person of a group' => [$own, new Viewer('bob', 2, false, [3 => ['title' => 'Eau', 'members' => [2, 7]]]), Relation::Mate];
		yield 'a person of a group of others' => [$own, new Viewer('bob', 2, false, [3 => ['title' => 'Eau', 'members' => [2, 8]]]), Relation::Member];
		yield 'a visitor' => [$own, new Viewer(null), Relation::Visitor];
		yield 'a visitor, of a card nobody keeps' => [$unkept, new Viewer(null), Relation::Visitor];
		$public = self::member('alice', null, Status::Published);
		$public->setShowcased(true);
		yield 'a visitor of the showcase' => [$own, Viewer::visitor(), null];
		yield 'a visitor of the showcase, of a person in it' => [$public, Viewer::visitor(), Relation::Visitor];
		foreach ([Status::Draft, Status::Paused, Status::Withdrawn] as $status) {
			$hiddenPublic = self::member('alice', null, $status);
			$hiddenPublic->setShowcased(true);
			yield "a visitor of the showcase, of a $status->value card in it" => [$hiddenPublic, Viewer::visitor(), null];
			$hidden = self::member('alice', null, $status);
			yield "a member, of a $status->value card" => [$hidden, new Viewer('bob'), null];
			yield "a facilitator, of a $status->value card" => [$hidden, new Viewer('fanny', facilitator: true), null];
			yield "a person of a group, of a $status->value card" => [$hidden, new Viewer('bob', 2, false, [3 => ['title' => 'Eau', 'members' => [2, 7]]]), null];
			yield "a visitor, of a $status->value card" => [$hidden, new Viewer(null), null];
		}
	}

	#[DataProvider('relations')]
	public function testTheRelationOfAViewerToACard(Member $member, Viewer $viewer, ?Relation $relation): void {
		self::assertSame($relation, Visibility::relation($viewer, $member));
	}

	public function testTheNarrowerOfTwoLevels(): void {
		self::assertSame(Audience::Me, Audience::Me->narrower(Audience::Public));
		self::assertSame(Audience::Groups, Audience::Members->narrower(Audience::Groups));
		self::assertSame(Audience::Public, Audience::Public->narrower(Audience::Public));
	}

	private static function member(?string $uid, ?string $steward, Status $status): Member {
		$member = new Member();
		$member->setId(7);
		$member->setUid($uid);
		$member->setStewardUid($steward);
		$member->setStatus($status->value);
		return $member;
	}
}
