package benchmark.codec;

import benchmark.users.v1.Page;
import benchmark.users.v1.User;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A page as fastjson2 likes one best: classes with public fields, of which its compiler makes code of its own. */
public final class PageBean {

    /** The number of the page. */
    public int pageNo;

    /** How many there are of all. */
    public int total;

    /** The users. */
    public List<UserBean> result;

    /** A user. */
    public static final class UserBean {
        public long id;
        public String name;
        public int sex;
        public LocalDate birthday;
        public String email;
        public String mobile;
        public String address;
        public String icon;
        public List<Integer> permissions;
        public int status;
        public LocalDateTime createTime;
        public LocalDateTime updateTime;

        static UserBean of(User user) {
            UserBean bean = new UserBean();
            bean.id = user.id();
            bean.name = user.name();
            bean.sex = user.sex();
            bean.birthday = user.birthday();
            bean.email = user.email();
            bean.mobile = user.mobile();
            bean.address = user.address();
            bean.icon = user.icon();
            bean.permissions = user.permissions();
            bean.status = user.status();
            bean.createTime = user.createTime();
            bean.updateTime = user.updateTime();
            return bean;
        }

        User toUser() {
            return new User(
                    id, name, sex, birthday, email, mobile, address, icon, permissions, status, createTime, updateTime);
        }
    }

    static PageBean of(Page page) {
        PageBean bean = new PageBean();
        bean.pageNo = page.pageNo();
        bean.total = page.total();
        bean.result = page.result().stream().map(UserBean::of).toList();
        return bean;
    }

    Page toPage() {
        return new Page(pageNo, total, result.stream().map(UserBean::toUser).toList());
    }
}
