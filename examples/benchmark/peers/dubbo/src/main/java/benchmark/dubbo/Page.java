package benchmark.dubbo;

import java.io.Serializable;
import java.util.List;

/** A page of users. */
public final class Page implements Serializable {

    private static final long serialVersionUID = 1;

    private int pageNo;
    private int total;
    private List<User> result;

    public int getPageNo() {
        return pageNo;
    }

    public void setPageNo(int pageNo) {
        this.pageNo = pageNo;
    }

    public int getTotal() {
        return total;
    }

    public void setTotal(int total) {
        this.total = total;
    }

    public List<User> getResult() {
        return result;
    }

    public void setResult(List<User> result) {
        this.result = result;
    }
}
